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
        <source>Restored. %n message(s) are held back until a person releases them.</source>
        <translation>
            <numerusform>Restored. %Ln message is held back until a person releases it.</numerusform>
            <numerusform>Restored. %Ln messages are held back until a person releases them.</numerusform>
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
        <source>tried for %n minutes</source>
        <translation>
            <numerusform>tried for %Ln minute</numerusform>
            <numerusform>tried for %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n recipients are a large list.</source>
        <translation>
            <numerusform>%Ln recipient is a large list.</numerusform>
            <numerusform>%Ln recipients are a large list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients got this very text within the last 24 hours.</source>
        <translation>
            <numerusform>%Ln recipient got this very text within the last 24 hours.</numerusform>
            <numerusform>%Ln recipients got this very text within the last 24 hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients are in countries that are not allowed.</source>
        <translation>
            <numerusform>%Ln recipient is in a country that is not allowed.</numerusform>
            <numerusform>%Ln recipients are in countries that are not allowed.</numerusform>
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
        <source>%n messages are queued again. Press Resume to send them.</source>
        <translation>
            <numerusform>%Ln message is queued again. Press Resume to send it.</numerusform>
            <numerusform>%Ln messages are queued again. Press Resume to send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages may or may not have been sent. A delivery status settles them by itself if one comes.</source>
        <translation>
            <numerusform>%Ln message may or may not have been sent. A delivery status settles it by itself if one comes.</numerusform>
            <numerusform>%Ln messages may or may not have been sent. Delivery statuses settle them by themselves if they come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were written to %1</source>
        <translation>
            <numerusform>%Ln recipient was written to %1</numerusform>
            <numerusform>%Ln recipients were written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DeliveryChart</name>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%Ln delivered</numerusform>
            <numerusform>%Ln delivered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%Ln uncertain</numerusform>
            <numerusform>%Ln uncertain</numerusform>
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
        <source>%n are left out:</source>
        <translation>
            <numerusform>%Ln is left out:</numerusform>
            <numerusform>%Ln are left out:</numerusform>
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
</context>
</TS>
