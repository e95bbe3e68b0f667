// SPDX-License-Identifier: MIT
#pragma once

#include <QTabWidget>

namespace netassist {

/// The column of tools at the right: one page a tool, chosen by tabs.
class ToolColumn final : public QTabWidget {
    Q_OBJECT

public:
    static constexpr int kLeastWidth = 200; ///< in pixels, whatever the pages want

    explicit ToolColumn(QWidget* parent = nullptr);

    /// Owned by the column from now on. Its tab is called by the page's windowTitle(), also when that changes; its
    /// objectName() is the name under which it is remembered as the current one.
    void addPage(QWidget& page);
    /// Puts it in front and gives it the keyboard. The column itself may be hidden still.
    void showPage(QWidget& page);

    /// The objectName() of the page in front.
    [[nodiscard]] QString currentPage() const;
    /// A name that no page has changes nothing.
    void setCurrentPage(const QString& name);

    /// In pixels, when there is room for it.
    [[nodiscard]] int wantedWidth() const { return m_wantedWidth; }
    /// Not below the least.
    void setWantedWidth(int pixels);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    int m_wantedWidth;
};

} // namespace netassist
