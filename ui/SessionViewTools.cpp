// SPDX-License-Identifier: MIT
#include "ui/SessionView.h"

#include "app/session/Preferences.h"
#include "ui/CollapseStrip.h"
#include "ui/ReplyPage.h"
#include "ui/ToolColumn.h"

#include <QSplitter>

// The session's view and its tools at the right.

namespace netassist {

bool SessionView::isToolColumnShown() const
{
    return !m_toolStrip->isChecked();
}

void SessionView::setToolColumnShown(bool on)
{
    m_toolStrip->setChecked(!on);
}

int SessionView::toolColumnWidth() const
{
    return m_tools->wantedWidth() + m_toolSplitter->handleWidth();
}

int SessionView::toolColumnLeastWidth() const
{
    return m_tools->minimumSizeHint().width() + m_toolSplitter->handleWidth();
}

void SessionView::showTool(QWidget& page)
{
    setToolColumnShown(true);
    m_tools->showPage(page);
}

void SessionView::bindTools()
{
    m_tools->addPage(*m_replies);
    m_tools->hide();
    m_toolStrip->setChecked(true);
    connect(m_toolStrip, &CollapseStrip::toggled, this, [this](bool collapsed) {
        m_tools->setVisible(!collapsed);
        Q_EMIT toolColumnShownChanged(!collapsed);
        // The log takes what is left.
        if (!collapsed)
            m_toolSplitter->setSizes({1, m_tools->wantedWidth()});
        Q_EMIT changed();
    });
    connect(m_toolSplitter, &QSplitter::splitterMoved, this, [this] {
        m_tools->setWantedWidth(m_tools->width());
        Q_EMIT changed();
    });
    connect(m_tools, &QTabWidget::currentChanged, this, &SessionView::changed);
    connect(m_replies, &ReplyPage::changed, this, &SessionView::changed);
}

void SessionView::restoreTools(const Preferences& preferences)
{
    m_replies->restore(preferences.replies);
    if (preferences.toolColumn.width > 0)
        m_tools->setWantedWidth(preferences.toolColumn.width);
    m_tools->setCurrentPage(preferences.toolColumn.page);
    setToolColumnShown(preferences.toolColumn.shown);
}

void SessionView::storeTools(Preferences& preferences) const
{
    preferences.replies = m_replies->settings();
    preferences.toolColumn.shown = isToolColumnShown();
    preferences.toolColumn.page = m_tools->currentPage();
    preferences.toolColumn.width = m_tools->wantedWidth();
}

} // namespace netassist
