<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n message(s) decided.</source>
        <translation>
            <numerusform>%n message decided.</numerusform>
            <numerusform>%n messages decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored. %n message(s) are held back until a person releases them.</source>
        <translation>
            <numerusform>Restored. %n message is held back until a person releases it.</numerusform>
            <numerusform>Restored. %n messages are held back until a person releases them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%n recipient</numerusform>
            <numerusform>%n recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n invalid</numerusform>
            <numerusform>%n invalid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opted out</source>
        <translation>
            <numerusform>%n opted out</numerusform>
            <numerusform>%n opted out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tried for %n minutes</source>
        <translation>
            <numerusform>tried for %n minute</numerusform>
            <numerusform>tried for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n recipients are a large list.</source>
        <translation>
            <numerusform>%n recipient is a large list.</numerusform>
            <numerusform>%n recipients are a large list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients got this very text within the last 24 hours.</source>
        <translation>
            <numerusform>%n recipient got this very text within the last 24 hours.</numerusform>
            <numerusform>%n recipients got this very text within the last 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients are in countries that are not allowed.</source>
        <translation>
            <numerusform>%n recipient is in a country that is not allowed.</numerusform>
            <numerusform>%n recipients are in countries that are not allowed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::CampaignPage</name>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%n recipient</numerusform>
            <numerusform>%n recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages are queued again. Press Resume to send them.</source>
        <translation>
            <numerusform>%n message is queued again. Press Resume to send it.</numerusform>
            <numerusform>%n messages are queued again. Press Resume to send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages may or may not have been sent. A delivery status settles them by itself if one comes.</source>
        <translation>
            <numerusform>%n message may or may not have been sent. A delivery status settles it by itself if one comes.</numerusform>
            <numerusform>%n messages may or may not have been sent. Delivery statuses settle them by themselves if they come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were written to %1</source>
        <translation>
            <numerusform>%n recipient was written to %1</numerusform>
            <numerusform>%n recipients were written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DeliveryChart</name>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%n delivered</numerusform>
            <numerusform>%n delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%n uncertain</numerusform>
            <numerusform>%n uncertain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::RecipientsEdit</name>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ReviewDialog</name>
    <message numerus="yes">
        <source>Send to %n recipients?</source>
        <translation>
            <numerusform>Send to %n recipient?</numerusform>
            <numerusform>Send to %n recipients?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out:</source>
        <translation>
            <numerusform>%n is left out:</numerusform>
            <numerusform>%n are left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::StopBar</name>
    <message numerus="yes">
        <source>Sending to %1 in %n seconds</source>
        <translation>
            <numerusform>Sending to %1 in %n second</numerusform>
            <numerusform>Sending to %1 in %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
