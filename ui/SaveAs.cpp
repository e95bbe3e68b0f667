// SPDX-License-Identifier: MIT
#include "ui/SaveAs.h"

#include "app/session/FileExport.h"
#include "app/session/ReceivedBytes.h"
#include "app/session/ShownLog.h"
#include "ui/LogView.h"
#include "ui/SessionView.h"
#include "ui/StatusLine.h"

#include <QDateTime>
#include <QFileDialog>

#include <utility>

namespace netassist {

SaveAs::SaveAs(SessionView& view, StatusLine& status, QObject* parent)
    : QObject(parent), m_view(&view), m_status(&status)
{}

void SaveAs::saveLog()
{
    ask(tr("Save log as"), QStringLiteral("log-%1.txt"), [this](const QString& path) { writeLog(path); });
}

void SaveAs::saveReceivedBytes()
{
    ask(tr("Save received bytes as"), QStringLiteral("received-%1.bin"),
        [this](const QString& path) { writeReceivedBytes(path); });
}

void SaveAs::writeLog(const QString& path)
{
    write(path, std::make_unique<ShownLog>(m_view->session().capture(), m_view->logView().viewSettings()));
}

void SaveAs::writeReceivedBytes(const QString& path)
{
    write(path, std::make_unique<ReceivedBytes>(m_view->session().capture()));
}

QString SaveAs::pathOfUnfinished() const
{
    return m_running != nullptr && m_running->isReading() ? m_running->path() : QString();
}

void SaveAs::ask(const QString& title, const QString& proposal, const std::function<void(const QString&)>& write)
{
    auto* dialog = new QFileDialog(m_view, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposal.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss")));
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void SaveAs::write(const QString& path, std::unique_ptr<ExportSource> source)
{
    if (m_running != nullptr && m_running->path() == path) {
        disconnect(m_running, &FileExport::cancelled, m_status, nullptr); // for what is there is this one's then
        m_running->cancel();                                              // it must not come to lie over this one
    } else if (m_running != nullptr) {
        m_running->cancelUnlessWritten();
    }
    auto* job = new FileExport(path, std::move(source), this);
    m_running = job;
    for (const NoteKind kind : {NoteKind::FileSaved, NoteKind::FileSaveCancelled}) // what became of the last one
        m_status->clearNote(kind);
    connect(job, &FileExport::progressed, m_status, &StatusLine::setProgress);
    connect(job, &FileExport::failed, &m_view->session(), &Session::tell);
    connect(job, &FileExport::cancelled, m_status, [this, path] {
        m_status->setNote({NoteKind::FileSaveCancelled, {path}});
    });
    connect(job, &FileExport::finished, this, [this, job, path](bool saved) {
        const bool isShown = m_running == job;
        const bool isOverwritten = !isShown && m_running != nullptr && m_running->path() == path;
        if (saved && !isOverwritten && job->leftOut() > 0)
            m_view->session().tell({NoteKind::ExportGap, {path, QString::number(job->leftOut())}});
        else if (saved && !isOverwritten)
            m_status->setNote({NoteKind::FileSaved, {path}});
        job->deleteLater();
        if (isShown) {
            m_running = nullptr;
            m_status->setProgress(-1);
            Q_EMIT ended();
        }
    });
    connect(m_status, &StatusLine::cancelRequested, job, [this, job] {
        if (m_running != job)
            return; // it is not the one shown
        job->cancel();
        m_status->setProgress(-1); // whenever the disk lets it end
    });
    // Its records are gone then.
    connect(&m_view->session().capture(), &Capture::cleared, job, &FileExport::cancelUnlessWritten);
    job->start();
}

} // namespace netassist
