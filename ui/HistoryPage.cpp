// SPDX-License-Identifier: MIT
#include "ui/HistoryPage.h"

#include "ui/HistoryList.h"
#include "ui/HistoryModel.h"

#include <QEvent>

namespace netassist {

HistoryPage::HistoryPage(QWidget* parent) : LatePage(parent), m_model(new HistoryModel(this))
{
    setObjectName(QStringLiteral("history"));
    connect(m_model, &HistoryModel::changed, this, &HistoryPage::changed);
    retranslate();
}

QWidget* HistoryPage::makeContent()
{
    auto* list = new HistoryList(*m_model, this);
    connect(list, &HistoryList::picked, this, &HistoryPage::picked);
    return list;
}

void HistoryPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    LatePage::changeEvent(event);
}

void HistoryPage::retranslate()
{
    setWindowTitle(tr("History"));
    m_model->retranslate();
}

} // namespace netassist
