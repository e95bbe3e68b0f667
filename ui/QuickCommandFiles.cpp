// SPDX-License-Identifier: MIT
#include "ui/QuickCommandFiles.h"

#include "app/base/SystemWords.h"
#include "app/session/FileExport.h"
#include "app/session/QuickCommandFile.h"
#include "ui/CommandShortcuts.h"
#include "ui/DroppedFile.h"
#include "ui/QuickCommandModel.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QSet>

#include <memory>
#include <utility>

namespace netassist {

namespace {

Result<QByteArray, Note> contentOf(const QString& path)
{
    // A device or pipe could keep us waiting.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return Note{NoteKind::CommandsUnreadable, {path, QStringLiteral("it is not a file")}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Note{NoteKind::CommandsUnreadable, {path, englishWords(file.errorString())}};
    QByteArray bytes = file.read(kMostQuickCommandBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Note{NoteKind::CommandsUnreadable, {path, englishWords(file.errorString())}};
    return bytes;
}

/// All of it at once.
class Bytes final : public ExportSource {
public:
    explicit Bytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    [[nodiscard]] QByteArray next() override { return std::exchange(m_bytes, {}); }
    [[nodiscard]] bool atEnd() const override { return m_bytes.isEmpty(); }
    [[nodiscard]] double progress() const override { return atEnd() ? 1 : 0; }
    [[nodiscard]] RecordId leftOut() const override { return 0; }

private:
    QByteArray m_bytes;
};

/// Takes away the keys that cannot be had, or are had by others already. @return how many
qsizetype leaveOutShortcuts(QList<QuickCommandPage>& pages, const QuickCommands& present,
                            const CommandShortcuts& shortcuts)
{
    QSet<QString> taken;
    for (const QuickCommandPage& page : present.pages) {
        for (const QuickCommand& command : page.commands)
            taken.insert(command.shortcut);
    }
    qsizetype leftOut = 0;
    for (QuickCommandPage& page : pages) {
        for (QuickCommand& command : page.commands) {
            if (command.shortcut.isEmpty())
                continue;
            if (taken.contains(command.shortcut) || !shortcuts.refusal(command.shortcut).isEmpty()) {
                command.shortcut.clear();
                ++leftOut;
            }
            taken.insert(command.shortcut);
        }
    }
    return leftOut;
}

} // namespace

QuickCommandFiles::QuickCommandFiles(QuickCommandModel& model, const CommandShortcuts& shortcuts, QWidget& parent)
    : QObject(&parent), m_model(&model), m_shortcuts(&shortcuts), m_parent(&parent)
{}

void QuickCommandFiles::askToImport()
{
    auto* dialog = new QFileDialog(m_parent, tr("Import quick commands"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Quick commands (*.json *.csv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &QuickCommandFiles::importFrom);
    dialog->open();
}

void QuickCommandFiles::askToExport()
{
    auto* dialog = new QFileDialog(m_parent, tr("Export quick commands"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("quick-commands.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &QuickCommandFiles::exportTo);
    dialog->open();
}

void QuickCommandFiles::importFrom(const QString& path)
{
    const Result<QByteArray, Note> bytes = contentOf(path);
    if (!bytes) {
        Q_EMIT noted(bytes.error());
        return;
    }
    const Result<QList<QuickCommandPage>, Note> read = importQuickCommands(path, bytes.value());
    if (!read) {
        Q_EMIT noted(read.error());
        return;
    }
    QuickCommands imported;
    imported.pages = read.value();
    const qsizetype leftOut = leaveOutShortcuts(imported.pages, m_model->commands(), *m_shortcuts);
    if (!m_model->addPages(imported.pages)) {
        Q_EMIT noted({NoteKind::CommandsTooMany, {path, QString::number(QuickCommands::kMostCommands)}});
        return;
    }
    Q_EMIT noted({NoteKind::CommandsImported, {path, QString::number(imported.count())}});
    if (leftOut > 0)
        Q_EMIT noted({NoteKind::ShortcutsLeftOut, {path, QString::number(leftOut)}});
}

void QuickCommandFiles::exportTo(const QString& path)
{
    auto* job = new FileExport(path, std::make_unique<Bytes>(exportQuickCommands(m_model->commands().pages)), this);
    if (m_exporting != nullptr && m_exporting->path() == path)
        m_exporting->cancel(); // it must not come to lie over this one
    m_exporting = job;
    connect(job, &FileExport::failed, this, &QuickCommandFiles::noted);
    connect(job, &FileExport::finished, this, [this, job, path](bool saved) {
        job->deleteLater();
        if (saved)
            Q_EMIT noted({NoteKind::FileSaved, {path}});
    });
    job->start();
}

QString QuickCommandFiles::fileIn(const QMimeData& data)
{
    const QString path = draggedFile(&data);
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("json") || suffix == QLatin1String("csv") ? path : QString();
}

} // namespace netassist
