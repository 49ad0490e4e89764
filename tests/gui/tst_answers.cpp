// SPDX-License-Identifier: GPL-3.0-or-later
// Each of the gateway's answers in the window: its meaning, its remedy in both languages, and the way to
// the input that it concerns.
#include "engine/engine.h"
#include "engine/planning.h"
#include "gateway/errorcode.h"
#include "gui/dialogs/messagedialog.h"
#include "gui/pages/campaignpage.h"
#include "gui/pages/sendpage.h"
#include "gui/pages/settingspage.h"
#include "storage/campaignrepository.h"
#include "storage/transaction.h"
#include "support/openwindow.h"
#include "support/patience.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

class TestAnswers : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<gui::Application> m_application;

    // A campaign whose template has every field that an answer may concern.
    qint64 planned(const QString &type)
    {
        engine::Draft draft;
        draft.sender = u"Klinikken"_s;
        draft.text = u"Hei"_s;
        draft.recipients.typed = {u"99999991"_s};
        draft.options.templateType = type;
        if (type == "otp"_L1)
            draft.options.templateFields = {{u"sendername"_s, u"Klinikken"_s}, {u"code"_s, u"123456"_s}};
        else if (type == "order_confirmation"_L1)
            draft.options.templateFields = {{u"sendername"_s, u"Klinikken"_s}, {u"orderno"_s, u"abc-1"_s}};
        else if (!type.isEmpty())
            draft.options.templateFields = {{u"sendername"_s, u"Klinikken"_s}, {u"date"_s, u"2030-01-31"_s}};
        std::optional<base::Result<engine::PlanSummary>> made;
        m_application->context().engine.call(
            this, [draft](engine::Engine &engine) { return engine.planning().planTyped(draft); },
            [&](const base::Result<engine::PlanSummary> &result) { made = result; });
        if (!QTest::qWaitFor([&] { return made.has_value(); }, support::patienceMs) || !made->ok())
            qFatal("not planned: %s", made ? qPrintable(made->error().detail) : "no answer");
        return made->value().campaign;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto profile = engine::Profile::at(m_folder.path());
        domain::Account account; // the demo's own cannot be changed
        account.name = u"default"_s;
        account.serviceId = 1234;
        QVERIFY(engine::Settings(profile->settingsFile()).save(account));
        m_application = std::make_unique<gui::Application>(gui::Start{m_folder.path(), u"en"_s, false, {}});
        QSignalSpy shown(m_application.get(), &gui::Application::windowShown);
        m_application->open();
        QVERIFY(!shown.isEmpty() || shown.wait(20'000));
    }
    void cleanupTestCase() { m_application.reset(); }

    void leadsToItsInput_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("type"); // of the template
        QTest::addColumn<QString>("input");
        const struct
        {
            int code;
            const char *type;
            const char *input;
        } rows[] = {
            {1, "", "recipientsInput"},
            {2, "", "authenticationCombo"},
            {3, "", "senderCombo"},
            {4, "", "priceSpin"},
            {5, "", "serviceEdit"},
            {6, "", "priceSpin"},
            {7, "", "serviceEdit"},
            {8, "", "serviceEdit"},
            {9, "", "recipientsInput"},
            {10, "", "messageEdit"},
            {11, "", "senderCombo"},
            {12, "", "recipientsInput"},
            {13, "", "passwordEdit"},
            {14, "", "messageEdit"},
            {15, "", "messageEdit"},
            {16, "", "messageEdit"},
            {17, "", "messageEdit"},
            {18, "", "urlEdit"},
            {19, "", "methodCombo"},
            {20, "", "unicodeCheck"},
            {21, "", "recipientsInput"},
            {22, "", "flashCheck"},
            {23, "", "protocolCombo"},
            {24, "", "validitySpin"},
            {25, "", "referenceEdit"},
            {26, "", "timeCombo"},
            {27, "", "recipientsInput"},
            {28, "otp", "kindCombo"},
            {29, "otp", "codeEdit"},
            {30, "otp", "sendernameEdit"},
            {31, "order_confirmation", "ordernoEdit"},
            {32, "order_confirmation", "amountEdit"},
            {33, "order_confirmation", "currencyEdit"},
            {34, "order_confirmation", "orderurlEdit"},
            {35, "conf_booking", "paxEdit"},
            {36, "conf_booking", "dateEdit"},
            {37, "conf_booking", "timeEdit"},
            {38, "conf_booking", "datetimeEdit"},
            {39, "otp", "usernameEdit"},
        };
        for (const auto &row : rows) {
            const QByteArray name =
                "ERR-" + QByteArray::number(row.code).rightJustified(2, '0') + " leads to " + row.input;
            QTest::newRow(name.constData())
                << row.code << QString::fromLatin1(row.type) << QString::fromLatin1(row.input);
        }
    }
    void leadsToItsInput()
    {
        QFETCH(int, code);
        QFETCH(QString, type);
        QFETCH(QString, input);
        gui::MainWindow *window = m_application->window();
        domain::Message message;
        message.campaign = planned(type);
        message.number = u"+4799999991"_s;
        message.state = domain::MessageState::Refused;
        message.errorCode = code;

        window->openCampaign(message.campaign);
        for (const QString &language : {u"nb"_s, u"en"_s}) {
            m_application->setLanguage(language);
            gui::MessageDialog dialog(message, {}, {}, nullptr);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            const QString said = dialog.findChild<QLabel *>(u"reasonLabel"_s)->text();
            const QString meaning = QCoreApplication::translate("GatewayAnswer", gateway::meaning(code));
            const QString remedy = QCoreApplication::translate("GatewayAnswer", gateway::remedy(code));
            QVERIFY2(said.contains(meaning), qPrintable(said));
            QVERIFY2(said.contains(remedy), qPrintable(said));
            QCOMPARE(meaning == QLatin1String(gateway::meaning(code)), language == "en"_L1);
            if (language == "nb"_L1)
                continue;
            connect(&dialog, &gui::MessageDialog::correctionWanted, window->campaignPage(),
                    &gui::Page::correctionWanted);
            dialog.findChild<QPushButton *>(u"correctButton"_s)->click();
        }
        QTRY_VERIFY(window->focusWidget() && window->focusWidget()->objectName() == input);
        QVERIFY(window->focusWidget()->isVisible()); // nothing folds it away
        if (gateway::fieldOf(code) != "account"_L1)
            QVERIFY(m_application->window()->sendPage()->isVisible());
    }

    void anAnswerThatPausedTheCampaignLeadsToTheAccount()
    {
        gui::MainWindow *window = m_application->window();
        const qint64 id = planned({});
        std::optional<base::Result<void>> paused;
        m_application->context().engine.call(
            this,
            [id](engine::Engine &engine) {
                storage::Transaction transaction(engine.database());
                if (auto begun = transaction.begin(); !begun)
                    return begun;
                auto set =
                    storage::CampaignRepository(engine.database())
                        .setState(id, domain::CampaignState::Paused, domain::PauseReason::answer(13), 1);
                return set ? transaction.commit() : set;
            },
            [&](const base::Result<void> &result) { paused = result; });
        QTRY_VERIFY(paused && *paused);
        window->openCampaign(id);
        auto *button = window->campaignPage()->findChild<QPushButton *>(u"correctButton"_s);
        QTRY_VERIFY(button->isVisible());
        button->click();
        QTRY_VERIFY(window->focusWidget() && window->focusWidget()->objectName() == "passwordEdit"_L1);
    }

    void anUnknownCodeIsShownInTheGatewaysOwnWords()
    {
        domain::Message message;
        message.state = domain::MessageState::Refused;
        message.errorCode = 77;
        message.errorText = u"Moon in the seventh house"_s;
        gui::MessageDialog dialog(message, {}, {}, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.findChild<QLabel *>(u"reasonLabel"_s)->text().contains(message.errorText));
        QVERIFY(dialog.findChild<QPushButton *>(u"correctButton"_s)->isHidden());
    }
};

QTEST_MAIN(TestAnswers)
#include "tst_answers.moc"
