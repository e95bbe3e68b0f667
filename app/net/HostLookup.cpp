// SPDX-License-Identifier: MIT
#include "app/net/HostLookup.h"

#include <QHostInfo>

#include <utility>

namespace netassist {

HostLookup::~HostLookup()
{
    cancel();
}

void HostLookup::start(const QString& host)
{
    Q_ASSERT(!isRunning());
    m_id = QHostInfo::lookupHost(host, this, &HostLookup::onFinished);
}

void HostLookup::cancel()
{
    if (isRunning())
        QHostInfo::abortHostLookup(std::exchange(m_id, -1));
}

void HostLookup::onFinished(const QHostInfo& info)
{
    if (info.lookupId() != m_id)
        return;
    m_id = -1;
    Q_EMIT finished(info.addresses(), info.errorString());
}

} // namespace netassist
