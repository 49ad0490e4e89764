<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n message(s) decided.</source>
        <translation>
            <numerusform>%Ln message decided.</numerusform>
            <numerusform>%Ln messages decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored. %n message(s) are held until you release them.</source>
        <translation>
            <numerusform>Restored. %Ln message is held until you release it.</numerusform>
            <numerusform>Restored. %Ln messages are held until you release them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are held back. %1</source>
        <translation>
            <numerusform>%Ln message is held back. %1</numerusform>
            <numerusform>%Ln messages are held back. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched.</source>
        <translation>
            <numerusform>%Ln event fetched.</numerusform>
            <numerusform>%Ln events fetched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) refused. %1: %2</source>
        <translation>
            <numerusform>%Ln message was refused. %1: %2</numerusform>
            <numerusform>%Ln messages were refused. %1: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthReport</name>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%Ln SMS</numerusform>
            <numerusform>%Ln SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opt-outs</source>
        <translation>
            <numerusform>%Ln opt-out</numerusform>
            <numerusform>%Ln opt-outs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message numerus="yes">
        <source>MESSAGES SENT: %n</source>
        <translation>
            <numerusform>MESSAGES SENT: %Ln</numerusform>
            <numerusform>MESSAGES SENT: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>STATUSES RECEIVED: %n</source>
        <translation>
            <numerusform>STATUSES RECEIVED: %Ln</numerusform>
            <numerusform>STATUSES RECEIVED: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>REPLIES RECEIVED: %n</source>
        <translation>
            <numerusform>REPLIES RECEIVED: %Ln</numerusform>
            <numerusform>REPLIES RECEIVED: %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%Ln invalid</numerusform>
            <numerusform>%Ln invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opted out</source>
        <translation>
            <numerusform>%Ln opted out</numerusform>
            <numerusform>%Ln opted out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>valid for %n minutes</source>
        <translation>
            <numerusform>valid for %Ln minute</numerusform>
            <numerusform>valid for %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are not in the ordinary SMS alphabet. As Unicode: %2 SMS; replaced: %3 SMS.</source>
        <translation>
            <numerusform>%1 is not in the ordinary SMS alphabet. As Unicode: %2 SMS; replaced: %3 SMS.</numerusform>
            <numerusform>%1 are not in the ordinary SMS alphabet. As Unicode: %2 SMS; replaced: %3 SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are not in the ordinary SMS alphabet and have no replacement. As Unicode: %2 SMS.</source>
        <translation>
            <numerusform>%1 is not in the ordinary SMS alphabet and has no replacement. As Unicode: %2 SMS.</numerusform>
            <numerusform>%1 are not in the ordinary SMS alphabet and have no replacement. As Unicode: %2 SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a text of their own (see “Rows with the same number”)</source>
        <translation>
            <numerusform>%Ln of them with a text of its own (see “Rows with the same number”)</numerusform>
            <numerusform>%Ln of them with a text of their own (see “Rows with the same number”)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to a number that another row has too</source>
        <translation>
            <numerusform>%Ln to a number that another row has too</numerusform>
            <numerusform>%Ln to numbers that other rows have too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value for a field</source>
        <translation>
            <numerusform>%Ln without a value for a field</numerusform>
            <numerusform>%Ln without a value for a field</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with letters outside ordinary SMS</source>
        <translation>
            <numerusform>%Ln with letters outside ordinary SMS</numerusform>
            <numerusform>%Ln with letters outside ordinary SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n landlines skipped</source>
        <translation>
            <numerusform>%Ln landline skipped</numerusform>
            <numerusform>%Ln landlines skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients get nothing: their text would have %1, which an ordinary SMS cannot carry.</source>
        <translation>
            <numerusform>%Ln recipient gets nothing: the text would have %1, which an ordinary SMS cannot carry.</numerusform>
            <numerusform>%Ln recipients get nothing: their text would have %1, which an ordinary SMS cannot carry.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are landlines: they may never see an SMS.</source>
        <translation>
            <numerusform>%Ln is a landline: it may never see an SMS.</numerusform>
            <numerusform>%Ln are landlines: they may never see an SMS.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n recipients is a large list.</source>
        <translation>
            <numerusform>%Ln recipient is a large list.</numerusform>
            <numerusform>%Ln recipients is a large list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were sent this same text in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln recipient was sent this same text in the last 24 hours.</numerusform>
            <numerusform>%Ln recipients were sent this same text in the last 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients are in countries that are not allowed.</source>
        <translation>
            <numerusform>%Ln recipient is in a country that is not allowed.</numerusform>
            <numerusform>%Ln recipients are in countries that are not allowed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed messages were queued again</source>
        <translation>
            <numerusform>%Ln failed message was queued again</numerusform>
            <numerusform>%Ln failed messages were queued again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held messages were released</source>
        <translation>
            <numerusform>%Ln held message was released</numerusform>
            <numerusform>%Ln held messages were released</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) look right, but are not in any known number range.</source>
        <translation>
            <numerusform>%Ln number looks right, but is not in any known number range.</numerusform>
            <numerusform>%Ln numbers look right, but are not in any known number range.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The mailbox&apos;s clock differs from this computer&apos;s by %n minute(s). Set the one that is wrong; until then the times of what comes in may be wrong.</source>
        <translation>
            <numerusform>The mailbox&apos;s clock differs from this computer&apos;s by %Ln minute. Set the one that is wrong; until then the times of what comes in may be wrong.</numerusform>
            <numerusform>The mailbox&apos;s clock differs from this computer&apos;s by %Ln minutes. Set the one that is wrong; until then the times of what comes in may be wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each row is its own message: %n go to a number that another row has too.</source>
        <translation>
            <numerusform>Each row is its own message: %Ln goes to a number that another row has too.</numerusform>
            <numerusform>Each row is its own message: %Ln go to numbers that other rows have too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows skipped as duplicates would have had a text of their own.</source>
        <translation>
            <numerusform>%Ln of the rows skipped as duplicates would have had a text of its own.</numerusform>
            <numerusform>%Ln of the rows skipped as duplicates would have had a text of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%Ln delivered</numerusform>
            <numerusform>%Ln delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%Ln under way</numerusform>
            <numerusform>%Ln under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%Ln uncertain</numerusform>
            <numerusform>%Ln uncertain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%Ln held back</numerusform>
            <numerusform>%Ln held back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without confirmation</source>
        <translation>
            <numerusform>%Ln without confirmation</numerusform>
            <numerusform>%Ln without confirmation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%Ln cancelled</numerusform>
            <numerusform>%Ln cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %Ln min left</numerusform>
            <numerusform>about %Ln min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln not sent yet</numerusform>
            <numerusform>%Ln not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Application</name>
    <message numerus="yes">
        <source>The backup is restored. %n messages are held until you release them.</source>
        <translation>
            <numerusform>The backup is restored. %Ln message is held until you release it.</numerusform>
            <numerusform>The backup is restored. %Ln messages are held until you release them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Banners</name>
    <message numerus="yes">
        <source>%n messages are held back. %1</source>
        <translation>
            <numerusform>%Ln message is held back. %1</numerusform>
            <numerusform>%Ln messages are held back. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignActions</name>
    <message numerus="yes">
        <source>%n messages will be queued again. Press Resume to send them.</source>
        <translation>
            <numerusform>%Ln message will be queued again. Press Resume to send it.</numerusform>
            <numerusform>%Ln messages will be queued again. Press Resume to send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were saved to %1</source>
        <translation>
            <numerusform>%Ln recipient was saved to %1</numerusform>
            <numerusform>%Ln recipients were saved to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns were archived. Choose “Archived” above the list to see them.</source>
        <translation>
            <numerusform>%Ln campaign was archived. Choose “Archived” above the list to see it.</numerusform>
            <numerusform>%Ln campaigns were archived. Choose “Archived” above the list to see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns were taken out of the archive.</source>
        <translation>
            <numerusform>%Ln campaign was taken out of the archive.</numerusform>
            <numerusform>%Ln campaigns were taken out of the archive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignPage</name>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>History (%Ln)</numerusform>
            <numerusform>History (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients may have received the message twice: %1. Two statuses with different IDs arrived for one message. Tell Front if it happens again.</source>
        <translation>
            <numerusform>%Ln recipient may have received the message twice: %1. Two statuses with different IDs arrived for one message. Tell Front if it happens again.</numerusform>
            <numerusform>%Ln recipients may have received the message twice: %1. Two statuses with different IDs arrived for one message. Tell Front if it happens again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignReport</name>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln recipient</numerusform>
            <numerusform>%Ln recipients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContactActions</name>
    <message numerus="yes">
        <source>%n contacts were deleted.</source>
        <translation>
            <numerusform>%Ln contact was deleted.</numerusform>
            <numerusform>%Ln contacts were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were merged into others.</source>
        <translation>
            <numerusform>%Ln contact was merged into another.</numerusform>
            <numerusform>%Ln contacts were merged into others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were saved to %1</source>
        <translation>
            <numerusform>%Ln row was saved to %1</numerusform>
            <numerusform>%Ln rows were saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContactsPage</name>
    <message numerus="yes">
        <source>%n opted out</source>
        <translation>
            <numerusform>%Ln opted out</numerusform>
            <numerusform>%Ln opted out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%Ln contact</numerusform>
            <numerusform>%Ln contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last three messages to %n numbers have failed. Are they still in use?</source>
        <translation>
            <numerusform>The last three messages to %Ln number have failed. Is it still in use?</numerusform>
            <numerusform>The last three messages to %Ln numbers have failed. Are they still in use?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DecideDialog</name>
    <message numerus="yes">
        <source>Your decision applies to the %n selected messages.</source>
        <translation>
            <numerusform>Your decision applies to %Ln selected message.</numerusform>
            <numerusform>Your decision applies to the %Ln selected messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your decision applies to all %n messages. Select rows to decide on only some of them.</source>
        <translation>
            <numerusform>Your decision applies to %Ln message.</numerusform>
            <numerusform>Your decision applies to all %Ln messages. Select rows to decide on only some of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExaminationView</name>
    <message numerus="yes">
        <source>Send as Unicode to those %n</source>
        <translation>
            <numerusform>Send as Unicode to %Ln recipient</numerusform>
            <numerusform>Send as Unicode to those %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ExportProgress</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows, %n seconds left</source>
        <translation>
            <numerusform>%1 of %2 rows, %Ln second left</numerusform>
            <numerusform>%1 of %2 rows, %Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1%, %n seconds left</source>
        <translation>
            <numerusform>%1%, %Ln second left</numerusform>
            <numerusform>%1%, %Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::GroupActions</name>
    <message numerus="yes">
        <source>%n contacts were added to “%1”.</source>
        <translation>
            <numerusform>%Ln contact was added to “%1”.</numerusform>
            <numerusform>%Ln contacts were added to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were removed from “%1”.</source>
        <translation>
            <numerusform>%Ln contact was removed from “%1”.</numerusform>
            <numerusform>%Ln contacts were removed from “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ImportWizard</name>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>The first %Ln is shown.</numerusform>
            <numerusform>The first %Ln are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::InboxActions</name>
    <message numerus="yes">
        <source>%n messages are missing (counters %1). The gateway may be holding them back: restart its queue as the help (F1) describes, or contact its support.</source>
        <translation>
            <numerusform>%Ln message is missing (counter %1). The gateway may be holding it back: restart its queue as the help (F1) describes, or contact its support.</numerusform>
            <numerusform>%Ln messages are missing (counters %1). The gateway may be holding them back: restart its queue as the help (F1) describes, or contact its support.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Leaving</name>
    <message numerus="yes">
        <source>%n campaigns start from this computer:</source>
        <translation>
            <numerusform>%Ln campaign starts from this computer:</numerusform>
            <numerusform>%Ln campaigns start from this computer:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::LogPage</name>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages were saved to %1</source>
        <translation>
            <numerusform>%Ln message was saved to %1</numerusform>
            <numerusform>%Ln messages were saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MailboxSection</name>
    <message numerus="yes">
        <source>%n event(s) fetched from the mailbox.</source>
        <translation>
            <numerusform>%n event fetched from the mailbox.</numerusform>
            <numerusform>%n events fetched from the mailbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MessageDialog</name>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%Ln SMS</numerusform>
            <numerusform>%Ln SMS</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MonthSheet</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%Ln other</numerusform>
            <numerusform>%Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::OptOutActions</name>
    <message numerus="yes">
        <source>%n people have opted out. Remove them from the list only if they have asked to receive messages again. Remove them?</source>
        <translation>
            <numerusform>%Ln person has opted out. Remove them from the list only if they have asked to receive messages again. Remove them?</numerusform>
            <numerusform>%Ln people have opted out. Remove them from the list only if they have asked to receive messages again. Remove them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people will no longer receive messages.</source>
        <translation>
            <numerusform>%Ln person will no longer receive messages.</numerusform>
            <numerusform>%Ln people will no longer receive messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can get messages again.</source>
        <translation>
            <numerusform>%Ln person can get messages again.</numerusform>
            <numerusform>%Ln people can get messages again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no number and were skipped:</source>
        <translation>
            <numerusform>%Ln row has no number and was skipped:</numerusform>
            <numerusform>%Ln rows have no number and were skipped:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were added to the opt-out list.</source>
        <translation>
            <numerusform>%Ln person was added to the opt-out list.</numerusform>
            <numerusform>%Ln people were added to the opt-out list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::PersonPage</name>
    <message numerus="yes">
        <source>%n sent</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln sent</numerusform>
            <numerusform>%Ln sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RecipientsDialog</name>
    <message numerus="yes">
        <source>%n rows were saved to %1</source>
        <translation>
            <numerusform>%Ln row was saved to %1</numerusform>
            <numerusform>%Ln rows were saved to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RecipientsEdit</name>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%Ln number</numerusform>
            <numerusform>%Ln numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pasted list (%n)</source>
        <translation>
            <numerusform>Pasted list (%Ln)</numerusform>
            <numerusform>Pasted list (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReviewDialog</name>
    <message numerus="yes">
        <source>Send to %n recipients?</source>
        <translation>
            <numerusform>Send to %Ln recipient?</numerusform>
            <numerusform>Send to %Ln recipients?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are skipped:</source>
        <translation>
            <numerusform>%Ln is skipped:</numerusform>
            <numerusform>%Ln are skipped:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Schedule for %n recipients?</source>
        <translation>
            <numerusform>Schedule for %Ln recipient?</numerusform>
            <numerusform>Schedule for %Ln recipients?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The list or a group has changed since it was read: there were %n recipients.</source>
        <translation>
            <numerusform>The list or a group has changed since it was read: there was %Ln recipient.</numerusform>
            <numerusform>The list or a group has changed since it was read: there were %Ln recipients.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SendActions</name>
    <message numerus="yes">
        <source>All (%n)</source>
        <translation>
            <numerusform>All (%Ln)</numerusform>
            <numerusform>All (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those who did not get it (%n)</source>
        <translation>
            <numerusform>Those who did not get it (%Ln)</numerusform>
            <numerusform>Those who did not get it (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::StopBar</name>
    <message numerus="yes">
        <source>Sending to %1 in %n seconds</source>
        <translation>
            <numerusform>Sending to %1 in %Ln second</numerusform>
            <numerusform>Sending to %1 in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To %1: scheduled in %n seconds</source>
        <translation>
            <numerusform>To %1: scheduled in %Ln second</numerusform>
            <numerusform>To %1: scheduled in %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending in %n seconds</source>
        <comment>to a group at the gateway</comment>
        <translation>
            <numerusform>Sending in %Ln second</numerusform>
            <numerusform>Sending in %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::Tray</name>
    <message numerus="yes">
        <source>Budstikke: %n unread</source>
        <translation>
            <numerusform>Budstikke: %Ln unread</numerusform>
            <numerusform>Budstikke: %Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WindowTitle</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln unread</numerusform>
            <numerusform>%Ln unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ConversationModel</name>
    <message numerus="yes">
        <source>%1, %n unread, %2: %3</source>
        <comment>name, time, text</comment>
        <translation>
            <numerusform>%1, %Ln unread, %2: %3</numerusform>
            <numerusform>%1, %Ln unread, %2: %3</numerusform>
        </translation>
    </message>
</context>
</TS>
