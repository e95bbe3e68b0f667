// SPDX-License-Identifier: MIT
#pragma once

#include "app/reply/ReplyRule.h"
#include "ui/LatePage.h"

namespace netassist {

class Replier;
class ReplyEditor;

/// The page of tools for automatic replies. The settings count also before there is an editor of them.
class ReplyPage final : public LatePage {
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
    [[nodiscard]] QWidget* makeContent() override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Replier* m_replier;
    ReplyEditor* m_editor = nullptr;
};

} // namespace netassist
