// SPDX-License-Identifier: MIT
#pragma once

#include "app/payload/Message.h"
#include "ui/LatePage.h"

namespace netassist {

class HistoryModel;

/// The page of tools with the history of sends. What is sent is remembered also before there is a list of it.
class HistoryPage final : public LatePage {
    Q_OBJECT

public:
    explicit HistoryPage(QWidget* parent = nullptr);

    [[nodiscard]] HistoryModel& model() { return *m_model; }
    [[nodiscard]] const HistoryModel& model() const { return *m_model; }

Q_SIGNALS:
    void picked(const netassist::Message& entry);
    /// Something that is remembered.
    void changed();

protected:
    [[nodiscard]] QWidget* makeContent() override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    HistoryModel* m_model;
};

} // namespace netassist
