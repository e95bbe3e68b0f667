// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyRule.h"

#include <QWidget>

namespace netassist {

class Replier;
class ReplyEditor;

/// The page of tools for automatic replies. The editor on it takes long enough to be made that it is when the page is
/// first shown; the settings count without it.
class ReplyPage final : public QWidget {
    Q_OBJECT

public:
    /// @param replier outlives the page
    explicit ReplyPage(Replier& replier, QWidget* parent = nullptr);

    [[nodiscard]] ReplySettings settings() const;
    void restore(const ReplySettings& settings);

Q_SIGNALS:
    /// Something that is remembered.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeEditor();
    void retranslate();

    Replier* m_replier;
    ReplyEditor* m_editor = nullptr;
};

} // namespace netassist
