// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace netassist {

/// The colours of the log's data. What is chosen is told at once, so that it can be seen in the log.
class ColorsDialog final : public QDialog {
    Q_OBJECT

public:
    /// An invalid colour is the usual one.
    ColorsDialog(const QColor& received, const QColor& sent, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QColor& received, const QColor& sent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(QColor& color, const QString& title);
    void refresh();
    void retranslate();

    QColor m_received;
    QColor m_sent;
    QLabel* m_receivedLabel;
    QPushButton* m_receivedButton;
    QLabel* m_sentLabel;
    QPushButton* m_sentButton;
    QLabel* m_note;
    QDialogButtonBox* m_buttons;
};

} // namespace netassist
