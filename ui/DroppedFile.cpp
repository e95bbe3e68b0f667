// SPDX-License-Identifier: MIT
#include "ui/DroppedFile.h"

#include <QMimeData>
#include <QUrl>

namespace netassist {

QString draggedFile(const QMimeData* data)
{
    if (data == nullptr || !data->hasUrls())
        return {};
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace netassist
