// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace netassist {

/// The language of the window. Changing it sends every widget a QEvent::LanguageChange.
class Language final : public QObject {
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    /// `zh_CN`, `en`.
    [[nodiscard]] static const QStringList& codes();
    /// What speakers of the language call it.
    [[nodiscard]] static QString nativeName(const QString& code);
    /// The one that suits the system; Chinese where the locale says nothing (C, POSIX).
    [[nodiscard]] static QString ofSystem();

    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] bool isChinese() const;
    /// @param code one of codes(); anything else means ofSystem()
    void use(const QString& code);

Q_SIGNALS:
    void changed();

private:
    QTranslator m_ours;
    QTranslator m_qts; ///< Qt's own dialogs and menus
    QString m_code;
};

} // namespace netassist
