<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nb" sourcelanguage="en">
<context>
    <name>AccountSection</name>
    <message>
        <source>Senders</source>
        <translation>Avsendere</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Proxy user</source>
        <translation>Brukernavn &amp;hos proxyen</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Passord hos proxyen</translation>
    </message>
    <message>
        <source>Only within 60 seconds. Error 17 then shows that the first one was accepted.</source>
        <translation>Bare innen 60 sekunder. Feil 17 viser da at den første ble godtatt.</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Use this account</source>
        <translation>&amp;Bruk denne kontoen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Ny …</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Gi nytt navn …</translation>
    </message>
    <message>
        <source>R&amp;emove…</source>
        <translation>&amp;Fjern …</translation>
    </message>
    <message>
        <source>Service &amp;ID</source>
        <translation>&amp;Service-ID</translation>
    </message>
    <message>
        <source>Sign in &amp;with</source>
        <translation>P&amp;åloggingsmåte</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passord</translation>
    </message>
    <message>
        <source>Sender&apos;s name in &amp;templates</source>
        <translation>&amp;Avsendernavn i maler</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>A&amp;vansert</translation>
    </message>
    <message>
        <source>&amp;Gateway address</source>
        <translation>Ga&amp;tewayens adresse</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>F&amp;orespørsler</translation>
    </message>
    <message>
        <source>&amp;Own certificate authority</source>
        <translation>&amp;Egen sertifikatutsteder</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mporter …</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>F&amp;jern</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>P&amp;roxy</translation>
    </message>
    <message>
        <source>Prox&amp;y address</source>
        <translation>Proxya&amp;dresse</translation>
    </message>
    <message>
        <source>Duplicate &amp;lock</source>
        <translation>D&amp;uplikatsperre</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>Test …</translation>
    </message>
    <message>
        <source>Repeat a single message wit&amp;h an uncertain answer once</source>
        <translation>Gjenta en enkeltmelding med usikkert svar én gang</translation>
    </message>
    <message>
        <source>Chec&amp;k the account</source>
        <translation>Kontroller kontoen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Service ID</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Påloggingsmåte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>Sender&apos;s name in templates</source>
        <translation>Avsendernavn i maler</translation>
    </message>
    <message>
        <source>Gateway address</source>
        <translation>Gatewayens adresse</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Forespørsler</translation>
    </message>
    <message>
        <source>Import a certificate authority</source>
        <translation>Importer en sertifikatutsteder</translation>
    </message>
    <message>
        <source>Remove the certificate authority</source>
        <translation>Fjern sertifikatutstederen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Proxyadresse</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>Proxyport</translation>
    </message>
    <message>
        <source>Test the duplicate lock</source>
        <translation>Test duplikatsperren</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>A backup contains campaigns, contacts, the inbox and the log, but no password and no settings. One is made every night; the last 14 are kept.</source>
        <translation>En sikkerhetskopi inneholder utsendelser, kontakter, innboks og logg, men verken passord eller innstillinger. Det lages én hver natt; de siste 14 beholdes.</translation>
    </message>
    <message>
        <source>&amp;Back up to a file…</source>
        <translation>&amp;Sikkerhetskopier til fil …</translation>
    </message>
    <message>
        <source>&amp;Restore from a file…</source>
        <translation>&amp;Gjenopprett fra fil …</translation>
    </message>
    <message>
        <source>&amp;Nightly backups</source>
        <translation>&amp;Nattlige sikkerhetskopier</translation>
    </message>
    <message>
        <source>Restore &amp;the selected one…</source>
        <translation>Gjenopprett &amp;den valgte …</translation>
    </message>
    <message>
        <source>Nightly backups</source>
        <translation>Nattlige sikkerhetskopier</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>‹ Campaigns</source>
        <translation>‹ Utsendelser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Bruk på nytt</translation>
    </message>
    <message>
        <source>Search number, name or text</source>
        <translation>Søk etter nummer, navn eller tekst</translation>
    </message>
    <message>
        <source>Retry failed…</source>
        <translation>Send mislykkede på nytt …</translation>
    </message>
    <message>
        <source>Decide on uncertain…</source>
        <translation>Avklar usikre …</translation>
    </message>
    <message>
        <source>Decide on duplicates…</source>
        <translation>Avklar duplikater …</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Search recipients</source>
        <translation>Søk blant mottakerne</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Mottakere</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
</context>
<context>
    <name>CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Utsendelser</translation>
    </message>
    <message>
        <source>Write the first message</source>
        <translation>Skriv den første meldingen</translation>
    </message>
    <message>
        <source>Search name, sender or text</source>
        <translation>Søk i navn, avsender eller tekst</translation>
    </message>
    <message>
        <source>&amp;Planned…</source>
        <translation>&amp;Planlagte …</translation>
    </message>
    <message>
        <source>&amp;Month&apos;s report…</source>
        <translation>&amp;Månedsrapport …</translation>
    </message>
    <message>
        <source>Search campaigns</source>
        <translation>Søk i utsendelser</translation>
    </message>
    <message>
        <source>Which campaigns</source>
        <translation>Hvilke utsendelser</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Choose either --list or --to-group.</source>
        <translation>Velg enten --list eller --to-group.</translation>
    </message>
    <message>
        <source>“%1” is not a usable value for --%2. See budstikke-cli account set --help.</source>
        <translation>«%1» er ikke en gyldig verdi for --%2. Se budstikke-cli account set --help.</translation>
    </message>
    <message>
        <source>A new account needs --service-id, the number that Front gave you.</source>
        <translation>En ny konto trenger --service-id, nummeret du har fått av Front.</translation>
    </message>
    <message>
        <source>Choose either --ip-auth or --password-stdin.</source>
        <translation>Velg enten --ip-auth eller --password-stdin.</translation>
    </message>
    <message>
        <source>“%1” is not a campaign&apos;s number. See budstikke-cli campaign list.</source>
        <translation>«%1» er ikke nummeret på en utsendelse. Se budstikke-cli campaign list.</translation>
    </message>
    <message>
        <source>Campaign %1: %2 recipients, %3 SMS.</source>
        <translation>Utsendelse %1: %2 mottakere, %3 SMS.</translation>
    </message>
    <message>
        <source>Specify the output file: -o FILE.csv or -o FILE.xlsx.</source>
        <translation>Oppgi utfilen: -o FIL.csv eller -o FIL.xlsx.</translation>
    </message>
    <message>
        <source>Choose either --treat-as-sent or --send-again.</source>
        <translation>Velg enten --treat-as-sent eller --send-again.</translation>
    </message>
    <message>
        <source>The database is in order, and every message&apos;s state matches its events.</source>
        <translation>Databasen er i orden, og tilstanden til hver melding stemmer med hendelsene.</translation>
    </message>
    <message>
        <source>Unknown state “%1”.</source>
        <translation>Ukjent tilstand «%1».</translation>
    </message>
    <message>
        <source>“%1” is not an IP address (--%2).</source>
        <translation>«%1» er ikke en IP-adresse (--%2).</translation>
    </message>
    <message>
        <source>“%1” is not ADDRESS:PORT (--listen).</source>
        <translation>«%1» er ikke ADRESSE:PORT (--listen).</translation>
    </message>
    <message>
        <source>“%1” is not an address like https://sms.example.no (--public-url).</source>
        <translation>«%1» er ikke en adresse som https://sms.example.no (--public-url).</translation>
    </message>
    <message>
        <source>Give both --tls-cert and --tls-key.</source>
        <translation>Oppgi både --tls-cert og --tls-key.</translation>
    </message>
    <message>
        <source>“%1” is not a time like 2030-01-31T19:15:00Z</source>
        <translation>«%1» er ikke et tidspunkt som 2030-01-31T19:15:00Z</translation>
    </message>
    <message>
        <source>use name=value</source>
        <translation>bruk navn=verdi</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 av %2 sendt</translation>
    </message>
    <message>
        <source>Choose either --to or --group.</source>
        <translation>Velg enten --to eller --group.</translation>
    </message>
    <message>
        <source>Line %1 of the input is not a JSON string. Write each text as a JSON string, in quotes, on its own line.</source>
        <translation>Linje %1 er ikke en JSON-streng. Skriv hver tekst som en JSON-streng, i anførselstegn, på sin egen linje.</translation>
    </message>
    <message>
        <source>Give a command. See budstikke-cli --help.</source>
        <translation>Oppgi en kommando. Se budstikke-cli --help.</translation>
    </message>
    <message>
        <source>There is no command “%1”. See budstikke-cli --help.</source>
        <translation>Det finnes ingen kommando «%1». Se budstikke-cli --help.</translation>
    </message>
    <message>
        <source>The language is nb or en.</source>
        <translation>Språket er nb eller en.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) decided.</source>
        <translation>
            <numerusform>%Ln melding er avklart.</numerusform>
            <numerusform>%Ln meldinger er avklart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored. %n message(s) are held until you release them.</source>
        <translation>
            <numerusform>Gjenopprettet. %Ln melding holdes tilbake til du frigir den.</numerusform>
            <numerusform>Gjenopprettet. %Ln meldinger holdes tilbake til du frigir dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added %1, updated %2, unchanged %3, skipped %4.</source>
        <translation>Lagt til %1, oppdatert %2, uendret %3, utelatt %4.</translation>
    </message>
    <message>
        <source>Row %1, %2: “%3” is skipped: %4</source>
        <translation>Rad %1, %2: «%3» er utelatt: %4</translation>
    </message>
    <message>
        <source>No row has a number that can be used, so nothing was changed. Check the skipped rows, or choose the column with --map phone=COLUMN.</source>
        <translation>Ingen rad har et nummer som kan brukes, så ingenting ble endret. Se på de utelatte radene, eller velg kolonnen med --map phone=KOLONNE.</translation>
    </message>
    <message>
        <source>Erased, but another program is reading, so traces remain in the database&apos;s log until that program is closed. Close it and erase again.</source>
        <translation>Slettet, men et annet program leser, så rester blir liggende i databasens logg til det er avsluttet. Avslutt det, og slett på nytt.</translation>
    </message>
    <message>
        <source>a field needs a template: add --type</source>
        <translation>et felt krever en mal: legg til --type</translation>
    </message>
    <message>
        <source>the account&apos;s service ID at Front</source>
        <translation>kontoens service-ID hos Front</translation>
    </message>
    <message>
        <source>the folder of push.php</source>
        <translation>mappen til push.php</translation>
    </message>
    <message>
        <source>sign in by this computer&apos;s IP address, without a password</source>
        <translation>pålogging med maskinens IP-adresse, uten passord</translation>
    </message>
    <message>
        <source>read the password from standard input and keep it in the keyring</source>
        <translation>leser passordet fra standard inndata og lagrer det i nøkkelringen</translation>
    </message>
    <message>
        <source>how single messages are sent</source>
        <translation>hvordan enkeltmeldinger sendes</translation>
    </message>
    <message>
        <source>a sender to choose from (may be repeated)</source>
        <translation>en avsender å velge blant (kan gjentas)</translation>
    </message>
    <message>
        <source>an allowed country (may be repeated)</source>
        <translation>et tillatt land (kan gjentas)</translation>
    </message>
    <message>
        <source>max. SMS per day</source>
        <translation>maks. SMS per døgn</translation>
    </message>
    <message>
        <source>single messages at a time, 1 to 16</source>
        <translation>samtidige enkeltmeldinger, 1 til 16</translation>
    </message>
    <message>
        <source>numbers per bulk request, 1 to 1000</source>
        <translation>numre per masseforespørsel, 1 til 1000</translation>
    </message>
    <message>
        <source>max. requests per second, 0 for no limit</source>
        <translation>maks. forespørsler per sekund, 0 for ingen grense</translation>
    </message>
    <message>
        <source>quiet hours without sending, or off</source>
        <translation>tidsrom uten sending, eller off</translation>
    </message>
    <message>
        <source>store the account</source>
        <translation>lagrer kontoen</translation>
    </message>
    <message>
        <source>list the accounts of this profile</source>
        <translation>viser kontoene i denne profilen</translation>
    </message>
    <message>
        <source>make it the active account</source>
        <translation>gjør den til den aktive kontoen</translation>
    </message>
    <message>
        <source>show the account, without its password</source>
        <translation>viser kontoen, uten passordet</translation>
    </message>
    <message>
        <source>check that the gateway can be reached; sends nothing</source>
        <translation>kontrollerer at gatewayen svarer; sender ingenting</translation>
    </message>
    <message>
        <source>column mapping (may be repeated)</source>
        <translation>kolonnetilordning (kan gjentas)</translation>
    </message>
    <message>
        <source>the campaign&apos;s name</source>
        <translation>navnet på utsendelsen</translation>
    </message>
    <message>
        <source>confirm without asking</source>
        <translation>bekreft uten spørsmål</translation>
    </message>
    <message>
        <source>plan a campaign; sends nothing</source>
        <translation>planlegger en utsendelse; sender ingenting</translation>
    </message>
    <message>
        <source>send whatever is queued</source>
        <translation>sender det som står i kø</translation>
    </message>
    <message>
        <source>resume after a pause (same as start)</source>
        <translation>fortsetter etter pause (det samme som start)</translation>
    </message>
    <message>
        <source>pause it</source>
        <translation>setter den på pause</translation>
    </message>
    <message>
        <source>cancel it</source>
        <translation>avbryter den</translation>
    </message>
    <message>
        <source>list all campaigns, newest first</source>
        <translation>viser alle utsendelser, de nyeste først</translation>
    </message>
    <message>
        <source>show its progress</source>
        <translation>viser status</translation>
    </message>
    <message>
        <source>write its recipients to a spreadsheet</source>
        <translation>skriver mottakerne til et regneark</translation>
    </message>
    <message>
        <source>FILE.csv or FILE.xlsx</source>
        <translation>FIL.csv eller FIL.xlsx</translation>
    </message>
    <message>
        <source>decide on its uncertain messages</source>
        <translation>avklarer usikre meldinger</translation>
    </message>
    <message>
        <source>treat them as sent</source>
        <translation>regn dem som sendt</translation>
    </message>
    <message>
        <source>send them again; may arrive twice</source>
        <translation>send dem på nytt; kan komme frem to ganger</translation>
    </message>
    <message>
        <source>only this number (may be repeated)</source>
        <translation>bare dette nummeret (kan gjentas)</translation>
    </message>
    <message>
        <source>%1 Confirm with --yes.</source>
        <translation>%1 Bekreft med --yes.</translation>
    </message>
    <message>
        <source>The output is incomplete: standard output cannot be written (%1). The command itself is done; free some space and read the result again.</source>
        <translation>Utskriften er ikke fullstendig, fordi den ikke kan skrives (%1). Selve kommandoen er utført; frigjør plass og les resultatet på nytt.</translation>
    </message>
    <message>
        <source>only this group</source>
        <translation>bare denne gruppen</translation>
    </message>
    <message>
        <source>show what would happen; changes nothing</source>
        <translation>viser hva som ville skje; endrer ingenting</translation>
    </message>
    <message>
        <source>list contacts</source>
        <translation>viser kontakter</translation>
    </message>
    <message>
        <source>write contacts to a spreadsheet</source>
        <translation>skriver kontakter til et regneark</translation>
    </message>
    <message>
        <source>show one contact</source>
        <translation>viser én kontakt</translation>
    </message>
    <message>
        <source>erase everything about a person</source>
        <translation>sletter alt om en person</translation>
    </message>
    <message>
        <source>opt a number out</source>
        <translation>melder av et nummer</translation>
    </message>
    <message>
        <source>remove an opt-out</source>
        <translation>opphever en avmelding</translation>
    </message>
    <message>
        <source>list opted-out numbers</source>
        <translation>viser avmeldte numre</translation>
    </message>
    <message>
        <source>check the database</source>
        <translation>kontrollerer databasen</translation>
    </message>
    <message>
        <source>write a consistent backup</source>
        <translation>lager en konsistent sikkerhetskopi</translation>
    </message>
    <message>
        <source>restore a backup; nothing is sent automatically</source>
        <translation>gjenoppretter en sikkerhetskopi; ingenting sendes automatisk</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Valg for alle kommandoer:</translation>
    </message>
    <message>
        <source>settings, database and backups (or BUDSTIKKE_PROFILE)</source>
        <translation>innstillinger, database og sikkerhetskopier (eller BUDSTIKKE_PROFILE)</translation>
    </message>
    <message>
        <source>machine output on standard output</source>
        <translation>maskinlesbar utskrift på standard utdata</translation>
    </message>
    <message>
        <source>this account instead of the active one</source>
        <translation>denne kontoen i stedet for den aktive</translation>
    </message>
    <message>
        <source>the language of messages</source>
        <translation>språket i meldinger</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>viser denne hjelpen</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>viser versjonen</translation>
    </message>
    <message>
        <source>Usage: budstikke-cli COMMAND [OPTIONS]</source>
        <translation>Bruk: budstikke-cli KOMMANDO [VALG]</translation>
    </message>
    <message>
        <source>budstikke-cli COMMAND --help shows a command&apos;s options.</source>
        <translation>budstikke-cli KOMMANDO --help viser valgene til en kommando.</translation>
    </message>
    <message>
        <source>Usage: budstikke-cli %1 [OPTIONS]</source>
        <translation>Bruk: budstikke-cli %1 [VALG]</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Valg:</translation>
    </message>
    <message>
        <source>list messages with their events, oldest first</source>
        <translation>viser meldinger med hendelser, de eldste først</translation>
    </message>
    <message>
        <source>only from this campaign</source>
        <translation>bare fra denne utsendelsen</translation>
    </message>
    <message>
        <source>only in this state</source>
        <translation>bare i denne tilstanden</translation>
    </message>
    <message>
        <source>list received messages</source>
        <translation>viser mottatte meldinger</translation>
    </message>
    <message>
        <source>received at that time or later</source>
        <translation>mottatt da eller senere</translation>
    </message>
    <message>
        <source>list missing counters</source>
        <translation>viser manglende tellere</translation>
    </message>
    <message>
        <source>list unreadable requests</source>
        <translation>viser uleselige forespørsler</translation>
    </message>
    <message>
        <source>receive statuses and messages until stopped</source>
        <translation>tar imot statuser og meldinger til den stanses</translation>
    </message>
    <message>
        <source>where to listen; port 0: any free port</source>
        <translation>hvor det skal lyttes; port 0: en ledig port</translation>
    </message>
    <message>
        <source>the address by which the gateway reaches this machine</source>
        <translation>adressen som gatewayen når denne maskinen på</translation>
    </message>
    <message>
        <source>certificate, PEM</source>
        <translation>sertifikat, PEM</translation>
    </message>
    <message>
        <source>its key, PEM</source>
        <translation>sertifikatets nøkkel, PEM</translation>
    </message>
    <message>
        <source>allowed address; replaces the gateway&apos;s addresses (may be repeated)</source>
        <translation>tillatt adresse; erstatter gatewayens adresser (kan gjentas)</translation>
    </message>
    <message>
        <source>a reverse proxy that passes on the caller&apos;s address (may be repeated)</source>
        <translation>en proxy som oppgir avsenderens adresse (kan gjentas)</translation>
    </message>
    <message>
        <source>the sender: a number, or a text of at most 11 characters</source>
        <translation>avsenderen: et nummer, eller en tekst på høyst 11 tegn</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>meldingen</translation>
    </message>
    <message>
        <source>one request for many numbers</source>
        <translation>én forespørsel for mange numre</translation>
    </message>
    <message>
        <source>allow all characters</source>
        <translation>tillat alle tegn</translation>
    </message>
    <message>
        <source>your own reference, at most 60 characters</source>
        <translation>din egen referanse, høyst 60 tegn</translation>
    </message>
    <message>
        <source>when the gateway should send it</source>
        <translation>når gatewayen skal sende den</translation>
    </message>
    <message>
        <source>validity in minutes</source>
        <translation>gyldighetstid i minutter</translation>
    </message>
    <message>
        <source>show at once on the phone&apos;s screen</source>
        <translation>vis meldingen straks på telefonens skjerm</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 til 255</translation>
    </message>
    <message>
        <source>charge the recipient, 100 to 20000 øre</source>
        <translation>belast mottakeren, 100 til 20000 øre</translation>
    </message>
    <message>
        <source>a pre-approved template</source>
        <translation>en forhåndsgodkjent mal</translation>
    </message>
    <message>
        <source>a field of the template (may be repeated)</source>
        <translation>et felt i malen (kan gjentas)</translation>
    </message>
    <message>
        <source>a recipient&apos;s number (may be repeated)</source>
        <translation>nummeret til en mottaker (kan gjentas)</translation>
    </message>
    <message>
        <source>a contact group at the gateway, instead of numbers</source>
        <translation>en kontaktgruppe hos gatewayen, i stedet for numre</translation>
    </message>
    <message>
        <source>send now</source>
        <translation>sender nå</translation>
    </message>
    <message>
        <source>count as when all characters are allowed</source>
        <translation>tell som når alle tegn er tillatt</translation>
    </message>
    <message>
        <source>a field of the template</source>
        <translation>et felt i malen</translation>
    </message>
    <message>
        <source>country of numbers without a country code</source>
        <translation>landet til numre uten landkode</translation>
    </message>
    <message>
        <source>count the characters, encoding and SMS of a text</source>
        <translation>teller tegn, koding og SMS for en tekst</translation>
    </message>
    <message>
        <source>read phone numbers from standard input</source>
        <translation>leser telefonnumre fra standard inndata</translation>
    </message>
    <message>
        <source>show what a route that requires a template would deliver</source>
        <translation>viser det en rute som krever mal, ville levert</translation>
    </message>
    <message>
        <source>the template</source>
        <translation>malen</translation>
    </message>
    <message>
        <source>Incomplete command “%1”. Available: %2.</source>
        <translation>«%1» er ikke en fullstendig kommando. Mulige: %2.</translation>
    </message>
    <message>
        <source>%1 See budstikke-cli %2 --help.</source>
        <translation>%1 Se budstikke-cli %2 --help.</translation>
    </message>
    <message>
        <source>Usage: budstikke-cli %1. See --help.</source>
        <translation>Bruk: budstikke-cli %1. Se --help.</translation>
    </message>
    <message>
        <source>No recipients left: every row was skipped for the reason shown. Correct the rows or the text.</source>
        <translation>Ingen mottakere igjen: Alle rader er utelatt av den grunnen som er oppgitt. Rett radene eller teksten.</translation>
    </message>
    <message>
        <source>queue held messages again; sends nothing</source>
        <translation>legger tilbakeholdte meldinger i kø igjen; sender ingenting</translation>
    </message>
    <message>
        <source>%1 Release it with budstikke-cli campaign release.</source>
        <translation>%1 Frigi den med budstikke-cli campaign release.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are held back. %1</source>
        <translation>
            <numerusform>%Ln melding holdes tilbake. %1</numerusform>
            <numerusform>%Ln meldinger holdes tilbake. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>a list of recipients: CSV, XLSX, ODS or vCard</source>
        <translation>en liste over mottakere: CSV, XLSX, ODS eller vCard</translation>
    </message>
    <message>
        <source>a contact group in this profile</source>
        <translation>en gruppe av kontaktene i denne profilen</translation>
    </message>
    <message>
        <source>import contacts from CSV, XLSX, ODS or vCard</source>
        <translation>importerer kontakter fra CSV, XLSX, ODS eller vCard</translation>
    </message>
    <message>
        <source>Invalid --map “%1”. Use one of: %2.</source>
        <translation>Ugyldig --map «%1». Bruk en av disse: %2.</translation>
    </message>
    <message>
        <source>--map %1= is given twice. Only phone may have several columns.</source>
        <translation>--map %1= er oppgitt to ganger. Bare phone kan ha flere kolonner.</translation>
    </message>
    <message>
        <source>the sheet of a workbook</source>
        <translation>arket i en arbeidsbok</translation>
    </message>
    <message>
        <source>what separates the cells of a CSV file, or tab</source>
        <translation>skilletegnet mellom cellene i en CSV-fil, eller tab</translation>
    </message>
    <message>
        <source>how a text file&apos;s letters are stored: %1</source>
        <translation>tegnsettet i en tekstfil: %1</translation>
    </message>
    <message>
        <source>the row with the columns&apos; names; 0: there is none</source>
        <translation>raden med kolonnenavnene; 0: det er ingen</translation>
    </message>
    <message>
        <source>“%1” is not a separator. Give one character such as ; or , or the word tab.</source>
        <translation>«%1» er ikke et skilletegn. Skriv ett tegn, som ; eller , eller tab.</translation>
    </message>
    <message>
        <source>“%1” is not a known encoding. Choose one of: %2.</source>
        <translation>«%1» er ikke et kjent tegnsett. Velg ett av disse: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a row number. Give the number of the header row in the file, or 0 for none.</source>
        <translation>«%1» er ikke et radnummer. Oppgi nummeret på overskriftsraden i filen, eller 0 for ingen.</translation>
    </message>
    <message>
        <source>--%1 is given twice. Give it once. See budstikke-cli %2 --help.</source>
        <translation>--%1 er oppgitt to ganger. Oppgi det én gang. Se budstikke-cli %2 --help.</translation>
    </message>
    <message>
        <source>  This may be an opt-out. If it is: budstikke-cli optout add %1; if not: budstikke-cli optout remove %1</source>
        <translation>  Dette kan være en avmelding. Er det det: budstikke-cli optout add %1; er det ikke: budstikke-cli optout remove %1</translation>
    </message>
    <message>
        <source>The mailbox&apos;s key is not in it: keep that too (budstikke-cli mailbox key save FILE).</source>
        <translation>Postkassens nøkkel er ikke med. Ta vare på den også (budstikke-cli mailbox key save FIL).</translation>
    </message>
    <message>
        <source>Give the file to write with -o FILE.</source>
        <translation>Oppgi filen som skal skrives, med -o FIL.</translation>
    </message>
    <message>
        <source>Without a certificate the mailbox listens on this machine only. Give --tls-cert and --tls-key, or put a web server in front of it and --listen 127.0.0.1:PORT.</source>
        <translation>Uten sertifikat lytter postkassen bare på denne maskinen. Oppgi --tls-cert og --tls-key, eller sett en webserver foran og bruk --listen 127.0.0.1:PORT.</translation>
    </message>
    <message>
        <source>Give the mailbox&apos;s settings with --config FILE and its folder with --data DIR.</source>
        <translation>Oppgi postkassens innstillinger med --config FIL og mappen dens med --data MAPPE.</translation>
    </message>
    <message>
        <source>write the mailbox&apos;s file for a web host, or the settings for serve</source>
        <translation>skriver postkassens fil for et webhotell, eller innstillingene for serve</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>filen som skal skrives</translation>
    </message>
    <message>
        <source>write the settings for mailbox serve</source>
        <translation>skriver innstillingene for mailbox serve</translation>
    </message>
    <message>
        <source>run a mailbox until stopped; needs no profile</source>
        <translation>kjører en postkasse til den stoppes; trenger ingen profil</translation>
    </message>
    <message>
        <source>the settings written by mailbox new --server</source>
        <translation>innstillingene fra mailbox new --server</translation>
    </message>
    <message>
        <source>the folder for what comes in</source>
        <translation>mappen for det som kommer inn</translation>
    </message>
    <message>
        <source>save a copy of the mailbox&apos;s private key</source>
        <translation>lagrer en kopi av postkassens private nøkkel</translation>
    </message>
    <message>
        <source>load a saved private key</source>
        <translation>henter inn en lagret privat nøkkel</translation>
    </message>
    <message>
        <source>No mailbox is in use.</source>
        <translation>Ingen postkasse er i bruk.</translation>
    </message>
    <message>
        <source>Give a whole number of seconds with --wait, at most 86400.</source>
        <translation>Oppgi et helt antall sekunder med --wait, høyst 86400.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched.</source>
        <translation>
            <numerusform>%Ln hendelse hentet.</numerusform>
            <numerusform>%Ln hendelser hentet.</numerusform>
        </translation>
    </message>
    <message>
        <source>test the mailbox at this address and use it</source>
        <translation>tester postkassen på denne adressen og tar den i bruk</translation>
    </message>
    <message>
        <source>stop using the mailbox</source>
        <translation>slutter å bruke postkassen</translation>
    </message>
    <message>
        <source>fetch what has come in</source>
        <translation>henter det som har kommet inn</translation>
    </message>
    <message>
        <source>how many seconds to wait for something to arrive</source>
        <translation>hvor mange sekunder det skal ventes på at noe kommer</translation>
    </message>
    <message>
        <source>show its addresses and when it was last asked</source>
        <translation>viser adressene og når den sist ble spurt</translation>
    </message>
    <message>
        <source>--each-row sends them too.</source>
        <translation>Med --each-row sendes de også.</translation>
    </message>
    <message>
        <source>rows that share a number are messages of their own</source>
        <translation>rader med samme nummer får hver sin melding</translation>
    </message>
    <message>
        <source>repeat cells that are merged over rows in each of them</source>
        <translation>gjenta celler som er slått sammen over flere rader, i hver av dem</translation>
    </message>
    <message>
        <source>Choose another encoding with --encoding.</source>
        <translation>Velg et annet tegnsett med --encoding.</translation>
    </message>
    <message>
        <source>--repeat-merged gives it to the rows below too.</source>
        <translation>Med --repeat-merged får radene under den også.</translation>
    </message>
    <message>
        <source>“%1” is not a country like NO (--region).</source>
        <translation>«%1» er ikke et land som NO (--region).</translation>
    </message>
    <message>
        <source>it is given twice with --field; give it once</source>
        <translation>det er oppgitt to ganger med --field; oppgi det én gang</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % ferdig</translation>
    </message>
    <message>
        <source>%1 cannot be run</source>
        <translation>%1 kan ikke kjøres</translation>
    </message>
    <message>
        <source>It runs only while you are logged in. To let it run from the computer&apos;s start, an administrator enters: loginctl enable-linger %1</source>
        <translation>Det går bare mens du er logget på. For at det skal gå fra maskinen starter, må en administrator skrive: loginctl enable-linger %1</translation>
    </message>
    <message>
        <source>let it run unattended, from the computer&apos;s start</source>
        <translation>la det gå av seg selv, fra maskinen starter</translation>
    </message>
    <message>
        <source>end that again</source>
        <translation>gjør slutt på det igjen</translation>
    </message>
    <message>
        <source>Choose either --install or --remove.</source>
        <translation>Velg enten --install eller --remove.</translation>
    </message>
    <message>
        <source>Saved. It holds no texts, numbers or passwords. Read it before you send it.</source>
        <translation>Lagret. Filen inneholder ingen tekster, numre eller passord. Les den før du sender den.</translation>
    </message>
    <message>
        <source>write a file for support, without texts, numbers or passwords</source>
        <translation>skriv en fil til brukerstøtte, uten tekster, numre og passord</translation>
    </message>
    <message>
        <source>Something may or may not have been sent.</source>
        <translation>Det er usikkert om noe ble sendt.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) refused. %1: %2</source>
        <translation>
            <numerusform>%Ln melding ble avvist. %1: %2</numerusform>
            <numerusform>%Ln meldinger ble avvist. %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>--%1 is empty. Give its value, or leave it out.</source>
        <translation>--%1 er tom. Oppgi verdien, eller utelat den.</translation>
    </message>
    <message>
        <source>Only the gateway knows who is in the group: opt-outs and allowed countries are not checked here.</source>
        <translation>Bare gatewayen vet hvem som er i gruppen: avmeldinger og tillatte land kontrolleres ikke her.</translation>
    </message>
    <message>
        <source>Decide with: budstikke-cli campaign resolve %1, and --treat-as-sent or --send-again.</source>
        <translation>Avklar med: budstikke-cli campaign resolve %1, og --treat-as-sent eller --send-again.</translation>
    </message>
    <message>
        <source>%1 Do so with --map phone=COLUMN.</source>
        <translation>%1 Det gjør du med --map phone=KOLONNE.</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Since</source>
        <comment>opted out</comment>
        <translation>Siden</translation>
    </message>
    <message>
        <source>How</source>
        <comment>opted out</comment>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;vn</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>N&amp;ummer</translation>
    </message>
    <message>
        <source>E-mai&amp;l</source>
        <translation>E-&amp;post</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Grupper</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Search name, number or field</source>
        <translation>Søk i navn, nummer eller felt</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer …</translation>
    </message>
    <message>
        <source>&amp;New contact…</source>
        <translation>&amp;Ny kontakt …</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Grupper</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Rediger …</translation>
    </message>
    <message>
        <source>Add to grou&amp;p</source>
        <translation>Legg i gru&amp;ppe</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Slett</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mer</translation>
    </message>
    <message>
        <source>&amp;Send to these</source>
        <translation>S&amp;end til disse</translation>
    </message>
    <message>
        <source>Keep the people you message here, with any groups and fields you need. Import them from a spreadsheet or a vCard file; you see what will happen before anything is stored.</source>
        <translation>Her samler du dem du sender til, med de gruppene og feltene du trenger. Hent dem fra et regneark eller en vCard-fil; du ser hva som vil skje før noe lagres.</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importer en liste …</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Søk i kontakter</translation>
    </message>
    <message>
        <source>Which contacts</source>
        <translation>Hvilke kontakter</translation>
    </message>
    <message>
        <source>Groups of contacts</source>
        <translation>Kontaktgrupper</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Avmeldt</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Decide on uncertain messages</source>
        <translation>Avklar usikre meldinger</translation>
    </message>
    <message>
        <source>&amp;Treat as sent</source>
        <translation>&amp;Regn som sendt</translation>
    </message>
    <message>
        <source>Nothing more is sent. If the message did not go out, the recipient gets nothing.</source>
        <translation>Det sendes ikke mer. Gikk meldingen ikke ut, får mottakeren ingenting.</translation>
    </message>
    <message>
        <source>&amp;Send again, may arrive twice</source>
        <translation>&amp;Send på nytt, kan komme frem to ganger</translation>
    </message>
    <message>
        <source>They are queued and sent when you press Resume. If they did go out, the recipient gets the message twice and you pay twice.</source>
        <translation>De legges i kø og sendes når du trykker Fortsett. Gikk de ut likevel, får mottakeren meldingen to ganger, og dere betaler to ganger.</translation>
    </message>
    <message>
        <source>&amp;Wait for a status</source>
        <translation>&amp;Vent på en status</translation>
    </message>
    <message>
        <source>There was no answer from the gateway, so these messages may or may not have been sent. A delivery status, if one arrives, settles the matter.</source>
        <translation>Det kom ikke noe svar fra gatewayen, så disse meldingene kan være sendt, men det er ikke sikkert. Kommer det en leveringsstatus, avklares de automatisk.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sendt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Sist endret</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsak</translation>
    </message>
    <message>
        <source>Gateway ID</source>
        <translation>Gatewayens ID</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referanse</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Number of SMS</source>
        <translation>Antall SMS</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>Opprinnelig verdi</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to Budstikke</source>
        <translation>Velkommen til Budstikke</translation>
    </message>
    <message>
        <source>Send SMS to many, and see that they arrive.</source>
        <translation>Send SMS til mange, og se at de kommer frem.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Try it with the demo gateway</source>
        <translation>Prøv med demogatewayen</translation>
    </message>
    <message>
        <source>Nothing is sent, and there is nothing to set up.</source>
        <translation>Ingenting sendes, og du trenger ikke å sette opp noe.</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Jeg har en konto</translation>
    </message>
    <message>
        <source>You need the service ID and the password from Front.</source>
        <translation>Du trenger service-ID-en og passordet fra Front.</translation>
    </message>
</context>
<context>
    <name>FirstRunSteps</name>
    <message>
        <source>Service ID</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Påloggingsmåte</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>Gateway address</source>
        <translation>Gatewayens adresse</translation>
    </message>
    <message>
        <source>The name or number the message comes from. Front decides which ones your account may use.</source>
        <translation>Navnet eller nummeret som meldingen kommer fra. Front bestemmer hvilke kontoen din kan bruke.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Neste</translation>
    </message>
</context>
<context>
    <name>GatewayAnswer</name>
    <message>
        <source>OK (message sent)</source>
        <translation>OK (melding sendt)</translation>
    </message>
    <message>
        <source>Invalid mobile number</source>
        <translation>Ugyldig mobilnummer</translation>
    </message>
    <message>
        <source>Check the recipient&apos;s number and its country code, then send again.</source>
        <translation>Kontroller mottakerens nummer og landkode, og send på nytt.</translation>
    </message>
    <message>
        <source>Message sent from an illegal IP address</source>
        <translation>Melding sendt fra ulovlig IP-adresse</translation>
    </message>
    <message>
        <source>Add this computer&apos;s public IP address to the gateway&apos;s set-up in Front&apos;s portal, or use a password instead.</source>
        <translation>Legg til maskinens offentlige IP-adresse i gatewayens oppsett i Fronts portal, eller bruk passord i stedet.</translation>
    </message>
    <message>
        <source>Invalid sender (fromid)</source>
        <translation>Ugyldig avsender (fromid)</translation>
    </message>
    <message>
        <source>Choose a sender that Front has assigned to you, or ask Front to add this one.</source>
        <translation>Velg en avsender som Front har tildelt dere, eller be Front legge til denne.</translation>
    </message>
    <message>
        <source>Invalid price class</source>
        <translation>Ugyldig takstklasse</translation>
    </message>
    <message>
        <source>Set the price to whole kroner from 1 to 200.</source>
        <translation>Sett prisen til hele kroner fra 1 til 200.</translation>
    </message>
    <message>
        <source>No SMS messages left on the account</source>
        <translation>Ingen resterende SMS-meldinger på kontoen</translation>
    </message>
    <message>
        <source>Order more messages from Front, then resume the campaign.</source>
        <translation>Bestill flere meldinger hos Front, og fortsett deretter utsendelsen.</translation>
    </message>
    <message>
        <source>No access to premium (charged) SMS</source>
        <translation>Ikke tilgang til taksert SMS</translation>
    </message>
    <message>
        <source>Ask Front to activate charged messages, or remove the price.</source>
        <translation>Be Front aktivere takserte meldinger, eller fjern prisen.</translation>
    </message>
    <message>
        <source>The account is blocked by Front, or wrong serviceid</source>
        <translation>Kontoen er sperret av Front, eller feil serviceid</translation>
    </message>
    <message>
        <source>Check the service ID in the account&apos;s settings. If it is right, contact Front.</source>
        <translation>Kontroller service-ID-en i kontoens innstillinger. Er den riktig, ta kontakt med Front.</translation>
    </message>
    <message>
        <source>serviceid is blank or missing</source>
        <translation>serviceid er tom eller mangler</translation>
    </message>
    <message>
        <source>Enter the service ID in the account&apos;s settings.</source>
        <translation>Skriv inn service-ID-en i kontoens innstillinger.</translation>
    </message>
    <message>
        <source>phoneno is blank or missing</source>
        <translation>phoneno er tom eller mangler</translation>
    </message>
    <message>
        <source>Enter the recipient&apos;s number, then send again.</source>
        <translation>Skriv inn mottakerens nummer, og send på nytt.</translation>
    </message>
    <message>
        <source>txt is blank or missing</source>
        <translation>txt er tom eller mangler</translation>
    </message>
    <message>
        <source>Write a message, then send again.</source>
        <translation>Skriv en melding, og send på nytt.</translation>
    </message>
    <message>
        <source>fromid is blank or missing</source>
        <translation>fromid er tom eller mangler</translation>
    </message>
    <message>
        <source>Choose a sender, then send again.</source>
        <translation>Velg en avsender, og send på nytt.</translation>
    </message>
    <message>
        <source>Invalid mobile number for premium (charged) SMS</source>
        <translation>Ugyldig mobilnummer for taksert SMS</translation>
    </message>
    <message>
        <source>Only Norwegian mobile subscribers can be charged: remove the recipient, or send without a price.</source>
        <translation>Bare norske mobilabonnenter kan takseres: Fjern mottakeren, eller send uten pris.</translation>
    </message>
    <message>
        <source>Invalid password</source>
        <translation>Ugyldig passord</translation>
    </message>
    <message>
        <source>Enter the gateway&apos;s password again in the account&apos;s settings, then resume the campaign.</source>
        <translation>Skriv inn gatewayens passord på nytt i kontoens innstillinger, og fortsett deretter utsendelsen.</translation>
    </message>
    <message>
        <source>The message is too long (1530 characters at most)</source>
        <translation>Meldingen er for lang (maks 1530 tegn)</translation>
    </message>
    <message>
        <source>Shorten the message, then send again.</source>
        <translation>Kort ned meldingen, og send på nytt.</translation>
    </message>
    <message>
        <source>The premium (charged) message is too long (160 characters at most)</source>
        <translation>Taksert melding er for lang (maks 160 tegn)</translation>
    </message>
    <message>
        <source>Shorten the message to 160 characters, or remove the price.</source>
        <translation>Kort ned meldingen til 160 tegn, eller fjern prisen.</translation>
    </message>
    <message>
        <source>The text has characters outside the GSM character set (bulk only)</source>
        <translation>Teksten inneholder tegn utenfor GSM-tegnsettet (bare bulk)</translation>
    </message>
    <message>
        <source>Replace the marked characters, or allow Unicode.</source>
        <translation>Bytt ut de markerte tegnene, eller tillat Unicode.</translation>
    </message>
    <message>
        <source>Duplicate: same fromid, phoneno and txt sent within 120 seconds</source>
        <translation>Duplikat: samme fromid, phoneno og txt sendt i løpet av 120 sekunder</translation>
    </message>
    <message>
        <source>The same message was accepted a moment ago. Send it again only if the recipient should get it twice.</source>
        <translation>Samme melding ble godtatt for et øyeblikk siden. Send den på nytt bare hvis mottakeren skal få den to ganger.</translation>
    </message>
    <message>
        <source>Not encrypted: use https</source>
        <translation>Mangler kryptering: bruk https</translation>
    </message>
    <message>
        <source>Change the gateway&apos;s address in the account&apos;s settings so that it begins with https.</source>
        <translation>Endre gatewayens adresse i kontoens innstillinger slik at den begynner med https.</translation>
    </message>
    <message>
        <source>Invalid value for encoding</source>
        <translation>Ugyldig verdi for encoding</translation>
    </message>
    <message>
        <source>Choose JSON as the method in the account&apos;s settings.</source>
        <translation>Velg JSON som metode i kontoens innstillinger.</translation>
    </message>
    <message>
        <source>unicode must be true or false</source>
        <translation>unicode må være true eller false</translation>
    </message>
    <message>
        <source>Choose again whether to allow Unicode, then send again.</source>
        <translation>Velg på nytt om Unicode skal tillates, og send på nytt.</translation>
    </message>
    <message>
        <source>The mobile number is blacklisted</source>
        <translation>Mobilnummeret er svartelistet</translation>
    </message>
    <message>
        <source>Front does not send to this number. Ask the recipient for another one, or contact Front.</source>
        <translation>Front sender ikke til dette nummeret. Be mottakeren om et annet nummer, eller ta kontakt med Front.</translation>
    </message>
    <message>
        <source>flash must be true or false</source>
        <translation>flash må være true eller false</translation>
    </message>
    <message>
        <source>Choose again whether to send a flash message, then send again.</source>
        <translation>Velg på nytt om meldingen skal sendes som flashmelding, og send på nytt.</translation>
    </message>
    <message>
        <source>protocolid must be a whole number from 0 to 255</source>
        <translation>protocolid må være et heltall mellom 0 og 255</translation>
    </message>
    <message>
        <source>Set the protocol ID to a whole number from 0 to 255.</source>
        <translation>Sett protokoll-ID-en til et heltall fra 0 til 255.</translation>
    </message>
    <message>
        <source>validity must be a positive whole number</source>
        <translation>validity må være et positivt heltall</translation>
    </message>
    <message>
        <source>Set how long the message is valid to at least one minute.</source>
        <translation>Sett gyldighetstiden til minst ett minutt.</translation>
    </message>
    <message>
        <source>ref cannot exceed 100 characters</source>
        <translation>ref kan ikke overskride 100 tegn</translation>
    </message>
    <message>
        <source>Shorten your reference to 60 characters at most.</source>
        <translation>Kort ned referansen til høyst 60 tegn.</translation>
    </message>
    <message>
        <source>scheduled must be a future date and time (ISO 8601)</source>
        <translation>scheduled må være en fremtidig dato med klokkeslett (ISO 8601)</translation>
    </message>
    <message>
        <source>Choose a later time, and check that this computer&apos;s clock is right.</source>
        <translation>Velg et senere tidspunkt, og kontroller at klokken på maskinen går riktig.</translation>
    </message>
    <message>
        <source>group must name a contact group with at least one contact</source>
        <translation>group må være navnet på en kontaktgruppe med minst én kontakt</translation>
    </message>
    <message>
        <source>Write the group&apos;s name exactly as in Front&apos;s portal, and check that it has an active contact.</source>
        <translation>Skriv gruppens navn nøyaktig som i Fronts portal, og kontroller at den har minst én aktiv kontakt.</translation>
    </message>
    <message>
        <source>type must be one of otp, order_confirmation, order_ready, conf_booking, conf_reminder</source>
        <translation>type må være en av otp, order_confirmation, order_ready, conf_booking, conf_reminder</translation>
    </message>
    <message>
        <source>Choose one of the five templates, or none.</source>
        <translation>Velg en av de fem malene, eller ingen.</translation>
    </message>
    <message>
        <source>code is required for otp and must be 4-15 characters</source>
        <translation>code er påkrevd for otp og må være 4-15 tegn</translation>
    </message>
    <message>
        <source>Enter a code of 4 to 15 characters, preferably 4 to 8 digits.</source>
        <translation>Skriv inn en kode på 4 til 15 tegn, helst 4 til 8 sifre.</translation>
    </message>
    <message>
        <source>sendername is missing or invalid</source>
        <translation>sendername mangler eller er ugyldig</translation>
    </message>
    <message>
        <source>Enter the name of your company or service, 50 characters at most.</source>
        <translation>Skriv inn navnet på firmaet eller tjenesten, høyst 50 tegn.</translation>
    </message>
    <message>
        <source>orderno is invalid</source>
        <translation>orderno er ugyldig</translation>
    </message>
    <message>
        <source>Use only lower-case letters a to z, digits, hyphens and underscores in the order number.</source>
        <translation>Bruk bare små bokstaver a–z, sifre, bindestrek og understrek i ordrenummeret.</translation>
    </message>
    <message>
        <source>amount is invalid</source>
        <translation>amount er ugyldig</translation>
    </message>
    <message>
        <source>Use only digits, spaces, commas, full stops, hyphens and underscores in the amount, and put the currency in its own field.</source>
        <translation>Bruk bare sifre, mellomrom, komma, punktum, bindestrek og understrek i beløpet, og skriv valutaen i sitt eget felt.</translation>
    </message>
    <message>
        <source>currency is invalid</source>
        <translation>currency er ugyldig</translation>
    </message>
    <message>
        <source>Write the currency in 10 characters at most, such as NOK.</source>
        <translation>Skriv valutaen med høyst 10 tegn, for eksempel NOK.</translation>
    </message>
    <message>
        <source>orderurl is invalid</source>
        <translation>orderurl er ugyldig</translation>
    </message>
    <message>
        <source>Check the link to the order, and that Front has approved its domain.</source>
        <translation>Kontroller lenken til bestillingen, og at Front har godkjent domenet.</translation>
    </message>
    <message>
        <source>pax is invalid</source>
        <translation>pax er ugyldig</translation>
    </message>
    <message>
        <source>Write the number of guests in digits.</source>
        <translation>Skriv antall gjester med sifre.</translation>
    </message>
    <message>
        <source>date is invalid</source>
        <translation>date er ugyldig</translation>
    </message>
    <message>
        <source>Write the date as year-month-day, such as 2030-01-31.</source>
        <translation>Skriv datoen som år-måned-dag, for eksempel 2030-01-31.</translation>
    </message>
    <message>
        <source>time is invalid</source>
        <translation>time er ugyldig</translation>
    </message>
    <message>
        <source>Write the time as hours and minutes, such as 18:30.</source>
        <translation>Skriv klokkeslettet med timer og minutter, for eksempel 18:30.</translation>
    </message>
    <message>
        <source>datetime is invalid</source>
        <translation>datetime er ugyldig</translation>
    </message>
    <message>
        <source>Write date and time such as 2030-01-31T18:30:00.</source>
        <translation>Skriv dato og klokkeslett slik: 2030-01-31T18:30:00.</translation>
    </message>
    <message>
        <source>username is invalid</source>
        <translation>username er ugyldig</translation>
    </message>
    <message>
        <source>Shorten the user name to 255 characters at most, and leave out web addresses.</source>
        <translation>Kort ned brukernavnet til høyst 255 tegn, og utelat nettadresser.</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import contacts</source>
        <translation>Importer kontakter</translation>
    </message>
    <message>
        <source>You can import spreadsheets (.xlsx, .ods, .csv) and address cards (.vcf). You see what was found, and nothing is stored until you confirm.</source>
        <translation>Du kan importere regneark (.xlsx, .ods, .csv) og visittkort (.vcf). Du ser hva som ble funnet, og ingenting lagres før du bekrefter.</translation>
    </message>
    <message>
        <source>Add all to group</source>
        <translation>Legg alle i gruppen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemer</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>Opprinnelig verdi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsak</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Sjekk igjen</translation>
    </message>
    <message>
        <source>&amp;Undo the import</source>
        <translation>&amp;Angre importen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fremdrift</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Tilbake</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>Inbox</source>
        <translation>Innboks</translation>
    </message>
    <message>
        <source>&amp;Unreadable…</source>
        <translation>&amp;Uleselige …</translation>
    </message>
    <message>
        <source>Search name, number or text</source>
        <translation>Søk etter navn, nummer eller tekst</translation>
    </message>
    <message>
        <source>&amp;Save files…</source>
        <translation>&amp;Lagre filer …</translation>
    </message>
    <message>
        <source>&amp;Opt out</source>
        <translation>&amp;Meld av</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>F&amp;ra</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Svar</translation>
    </message>
    <message>
        <source>Set up the receiver</source>
        <translation>Sett opp mottaket</translation>
    </message>
    <message>
        <source>Mark all rea&amp;d</source>
        <translation>Merk alle som les&amp;t</translation>
    </message>
    <message>
        <source>Save as &amp;contact…</source>
        <translation>Lagre som &amp;kontakt …</translation>
    </message>
    <message>
        <source>The &amp;person</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Søk i samtaler</translation>
    </message>
    <message>
        <source>Which conversations</source>
        <translation>Hvilke samtaler</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Samtaler</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Samtale</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Segment counter</source>
        <translation>SMS-teller</translation>
    </message>
    <message>
        <source>Sender of the reply</source>
        <translation>Avsender for svaret</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Ny melding</translation>
    </message>
</context>
<context>
    <name>LanguageSection</name>
    <message>
        <source>The whole window changes language at once.</source>
        <translation>Hele vinduet skifter språk med en gang.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Utseende</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>&amp;Spelling</source>
        <translation>&amp;Stavekontroll</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Stavekontroll</translation>
    </message>
</context>
<context>
    <name>ListForm</name>
    <message>
        <source>Encoding (detected)</source>
        <translation>Tegnsett (gjenkjent)</translation>
    </message>
    <message>
        <source>Separator (detected)</source>
        <translation>Skilletegn (gjenkjent)</translation>
    </message>
    <message>
        <source>Row with the column names (detected)</source>
        <translation>Rad med kolonnenavn (gjenkjent)</translation>
    </message>
    <message>
        <source>none: the first row is data</source>
        <translation>ingen: Første rad er data</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Ark</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>De første radene i filen</translation>
    </message>
    <message>
        <source>Repeat merged cells in the rows below</source>
        <translation>Gjenta sammenslåtte celler i radene under</translation>
    </message>
</context>
<context>
    <name>LockCheckDialog</name>
    <message>
        <source>Test the duplicate lock</source>
        <translation>Test duplikatsperren</translation>
    </message>
    <message>
        <source>Some accounts refuse a message that is the same as one sent within two minutes. Budstikke finds out by sending the same text twice to your own phone. You receive one message if the account has the lock, two if not. Both cost as usual.</source>
        <translation>Noen kontoer avviser en melding som er lik en som ble sendt i løpet av de siste to minuttene. Budstikke finner det ut ved å sende samme tekst to ganger til din egen telefon. Du får én melding hvis kontoen har sperren, to hvis ikke. Begge koster som vanlig.</translation>
    </message>
    <message>
        <source>Your own mobile number</source>
        <translation>Ditt eget mobilnummer</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Logg</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message>
        <source>Search number, name, text or reference</source>
        <translation>Søk etter nummer, navn, tekst eller referanse</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Fjern filtrene</translation>
    </message>
    <message>
        <source>Write the first message</source>
        <translation>Skriv den første meldingen</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>&amp;Nyeste</translation>
    </message>
    <message>
        <source>&amp;Oldest</source>
        <translation>E&amp;ldste</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>&amp;Gå til</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detaljer</translation>
    </message>
    <message>
        <source>Search the &amp;replies</source>
        <translation>Søk i &amp;svarene</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Søk i loggen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Fra og med dagen</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>Til og med dagen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldinger</translation>
    </message>
    <message>
        <source>Go to day</source>
        <translation>Gå til dagen</translation>
    </message>
</context>
<context>
    <name>MailboxSection</name>
    <message>
        <source>&amp;Save the file…</source>
        <translation>&amp;Lagre filen …</translation>
    </message>
    <message>
        <source>&amp;Test and use</source>
        <translation>&amp;Test og ta i bruk</translation>
    </message>
    <message>
        <source>&amp;Delivery status</source>
        <translation>L&amp;everingsstatus</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Inbound &amp;messages</source>
        <translation>Innkommende &amp;meldinger</translation>
    </message>
    <message>
        <source>&amp;Fetch now</source>
        <translation>&amp;Hent nå</translation>
    </message>
    <message>
        <source>&amp;New key…</source>
        <translation>&amp;Ny nøkkel …</translation>
    </message>
    <message>
        <source>Sa&amp;ve a copy of the key…</source>
        <translation>Lagre en &amp;kopi av nøkkelen …</translation>
    </message>
    <message>
        <source>&amp;Load a key…</source>
        <translation>Hent &amp;inn en nøkkel …</translation>
    </message>
    <message>
        <source>Sto&amp;p using the mailbox</source>
        <translation>Sl&amp;utt å bruke postkassen</translation>
    </message>
    <message>
        <source>The mailbox&apos;s address</source>
        <translation>Adressen til postkassen</translation>
    </message>
    <message>
        <source>The mailbox&apos;s address for delivery status</source>
        <translation>Postkassens adresse for leveringsstatus</translation>
    </message>
    <message>
        <source>Copy the mailbox&apos;s address for delivery status</source>
        <translation>Kopier postkassens adresse for leveringsstatus</translation>
    </message>
    <message>
        <source>The mailbox&apos;s address for inbound messages</source>
        <translation>Postkassens adresse for innkommende meldinger</translation>
    </message>
    <message>
        <source>Copy the mailbox&apos;s address for inbound messages</source>
        <translation>Kopier postkassens adresse for innkommende meldinger</translation>
    </message>
</context>
<context>
    <name>Maintenance</name>
    <message>
        <source>Message %1 is stored as %2, but its events say %3.</source>
        <translation>Melding %1 er lagret som %2, men hendelsene sier %3.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge duplicates</source>
        <translation>Slå sammen duplikater</translation>
    </message>
    <message>
        <source>Tick the entries that are the same person and choose which number to keep. Groups and fields are combined; the other entries are removed.</source>
        <translation>Kryss av for oppføringer som er samme person, og velg nummeret du vil beholde. Grupper og felt slås sammen; de andre oppføringene slettes.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikater</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Number to keep</source>
        <translation>Nummer som beholdes</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Slå sammen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>MessageDialog</name>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hva som har skjedd</translation>
    </message>
    <message>
        <source>&amp;Open the campaign</source>
        <translation>&amp;Åpne utsendelsen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>The &amp;person</source>
        <translation>&amp;Personen</translation>
    </message>
</context>
<context>
    <name>MessagePreviews</name>
    <message>
        <source>Message preview</source>
        <translation>Forhåndsvisning av meldingen</translation>
    </message>
    <message>
        <source>Template preview</source>
        <translation>Forhåndsvisning av malen</translation>
    </message>
    <message>
        <source>Previous recipient</source>
        <translation>Forrige mottaker</translation>
    </message>
    <message>
        <source>Next recipient</source>
        <translation>Neste mottaker</translation>
    </message>
</context>
<context>
    <name>MonthPage</name>
    <message>
        <source>‹ Campaigns</source>
        <translation>‹ Utsendelser</translation>
    </message>
    <message>
        <source>&amp;Excel or CSV…</source>
        <translation>E&amp;xcel eller CSV …</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF …</translation>
    </message>
    <message>
        <source>‹ &amp;Month before</source>
        <translation>‹ &amp;Måneden før</translation>
    </message>
    <message>
        <source>Month a&amp;fter ›</source>
        <translation>Måneden &amp;etter ›</translation>
    </message>
    <message>
        <source>Join the figures</source>
        <translation>Slå sammen tallene</translation>
    </message>
    <message>
        <source>Figures of the month</source>
        <translation>Tall for måneden</translation>
    </message>
</context>
<context>
    <name>MonthReport</name>
    <message>
        <source>Campaign</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldinger</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Kroner</source>
        <translation>Kroner</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Avmeldte</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>I alt</translation>
    </message>
    <message>
        <source>(no sender)</source>
        <translation>(uten avsender)</translation>
    </message>
    <message>
        <source>(opted out without a message)</source>
        <translation>(avmeldt uten å ha fått melding)</translation>
    </message>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%Ln SMS</numerusform>
            <numerusform>%Ln SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 kr</source>
        <translation>ca. %1 kr</translation>
    </message>
    <message numerus="yes">
        <source>%n opt-outs</source>
        <translation>
            <numerusform>%Ln avmeldt</numerusform>
            <numerusform>%Ln avmeldte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>It is kept until the program closes and is not stored anywhere.</source>
        <translation>Det beholdes til programmet lukkes, og lagres ikke noe sted.</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>CONTACT</source>
        <translation>KONTAKT</translation>
    </message>
    <message>
        <source>Groups: %1</source>
        <translation>Grupper: %1</translation>
    </message>
    <message numerus="yes">
        <source>MESSAGES SENT: %n</source>
        <translation>
            <numerusform>SENDTE MELDINGER: %Ln</numerusform>
            <numerusform>SENDTE MELDINGER: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>STATUSES RECEIVED: %n</source>
        <translation>
            <numerusform>MOTTATTE STATUSER: %Ln</numerusform>
            <numerusform>MOTTATTE STATUSER: %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>REPLIES RECEIVED: %n</source>
        <translation>
            <numerusform>MOTTATTE SVAR: %Ln</numerusform>
            <numerusform>MOTTATTE SVAR: %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>OPTED OUT: yes</source>
        <translation>AVMELDT: ja</translation>
    </message>
    <message>
        <source>OPTED OUT: no</source>
        <translation>AVMELDT: nei</translation>
    </message>
    <message>
        <source>Everything about this person</source>
        <translation>Alt om denne personen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Tilbake</translation>
    </message>
    <message>
        <source>&amp;Write to them</source>
        <translation>&amp;Skriv til personen</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>&amp;Mer</translation>
    </message>
    <message>
        <source>Nothing has been sent to this number, and nothing has come from it.</source>
        <translation>Ingenting er sendt til dette nummeret, og ingenting har kommet fra det.</translation>
    </message>
    <message>
        <source>Messages to and from this person</source>
        <translation>Meldinger til og fra denne personen</translation>
    </message>
</context>
<context>
    <name>PlannedPage</name>
    <message>
        <source>‹ Campaigns</source>
        <translation>‹ Utsendelser</translation>
    </message>
    <message>
        <source>Planned campaigns</source>
        <translation>Planlagte utsendelser</translation>
    </message>
    <message>
        <source>Show &amp;all days</source>
        <translation>Vis &amp;alle dager</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Åpne</translation>
    </message>
    <message>
        <source>Change the &amp;time…</source>
        <translation>Endre &amp;tidspunktet …</translation>
    </message>
    <message>
        <source>S&amp;kip the next time</source>
        <translation>&amp;Hopp over neste gang</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Måned</translation>
    </message>
    <message>
        <source>Past runs</source>
        <translation>Tidligere sendinger</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Ny melding</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Anything older is deleted automatically. Opt-outs are kept, so that nobody is messaged again by mistake.</source>
        <translation>Eldre opplysninger slettes automatisk. Avmeldinger beholdes, slik at ingen får melding ved en feil.</translation>
    </message>
    <message>
        <source>&amp;Delete texts after</source>
        <translation>&amp;Slett tekster etter</translation>
    </message>
    <message>
        <source>Delete &amp;the log after</source>
        <translation>Slett loggen &amp;etter</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Delete texts after</source>
        <translation>Slett tekster etter</translation>
    </message>
    <message>
        <source>Delete the log after</source>
        <translation>Slett loggen etter</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <comment>All other platforms</comment>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>File Folder</source>
        <comment>Match Windows Explorer</comment>
        <translation>Filmappe</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Merk alt</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Øk</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>Mi&amp;nsk</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>Ukjent valg «%1».</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>Ukjente valg: %1.</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>Det mangler en verdi etter «%1».</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>Det skal ikke stå noen verdi etter «%1».</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>What&apos;s This?</source>
        <translation>Hva er dette?</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lagre som</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Finn mappe</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Åpne</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Velg</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Gi &amp;nytt navn</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Slett</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Fjern</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Vis </translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Vis s&amp;kjulte filer</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Ny &amp;mappe</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Ny mappe</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Mappe:</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Mapper</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>Fil&amp;navn:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Filtype:</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Se i:</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbake</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Gå tilbake</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Fremover</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Gå fremover</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Overordnet mappe</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Gå til overordnet mappe</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Opprett ny mappe</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Opprett en ny mappe</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Listevisning</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Bytt til listevisning</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Detaljvisning</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Bytt til detaljvisning</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Sidefelt</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Liste over steder og bokmerker</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translation>Nylig brukte steder</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 finnes allerede.
Vil du erstatte den?</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translation>%1
Mappen ble ikke funnet.
Kontroller at mappenavnet er riktig.</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translation>%1
Filen ble ikke funnet.
Kontroller at filnavnet er riktig.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is write protected.
Do you want to delete it anyway?</source>
        <translation>«%1» er skrivebeskyttet.
Vil du slette den likevel?</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translation>Er du sikker på at du vil slette «%1»?</translation>
    </message>
    <message>
        <source>Could not delete directory.</source>
        <translation>Mappen kunne ikke slettes.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Størrelse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Endret dato</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Datamaskin</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translation>Min datamaskin</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Avbryt</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>L&amp;ukk</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Lukk uten å lagre</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Lim &amp;inn</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Merk alt</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Show Details...</source>
        <translation>Vis detaljer …</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translation>Skjul detaljer …</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>Lagre alle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translation>Ja til &amp;alt</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nei</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translation>N&amp;ei til alt</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Prøv på nytt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Forkast</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Bruk</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Tilbakestill</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Gjenopprett reserveverdier</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translation>Rull hit</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Venstre kant</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Øverst</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Høyre kant</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Nederst</translation>
    </message>
    <message>
        <source>Page left</source>
        <translation>En side til venstre</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>En side opp</translation>
    </message>
    <message>
        <source>Page right</source>
        <translation>En side til høyre</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>En side ned</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translation>Rull til venstre</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Rull opp</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>Rull til høyre</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Rull ned</translation>
    </message>
</context>
<context>
    <name>QUnicodeControlCharacterMenu</name>
    <message>
        <source>Insert Unicode control character</source>
        <translation>Sett inn Unicode-kontrolltegn</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gjør om</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Klipp &amp;ut</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopier</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>Kopier &amp;lenkeadresse</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>Lim &amp;inn</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Slett</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Merk alt</translation>
    </message>
</context>
<context>
    <name>QuarantineDialog</name>
    <message>
        <source>Unreadable requests</source>
        <translation>Uleselige forespørsler</translation>
    </message>
    <message>
        <source>An allowed address sent this, but it could not be read as a message or a status. Budstikke confirmed receipt so that the messages queued behind it could get through. Show it to the gateway&apos;s support if it matters.</source>
        <translation>En tillatt adresse sendte dette, men det kunne ikke leses som en melding eller en status. Budstikke bekreftet mottaket, slik at meldingene bak i køen slapp gjennom. Vis det til gatewayens kundestøtte hvis det er viktig.</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Slik det ble mottatt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>ReceiverSection</name>
    <message>
        <source>Choose…</source>
        <translation>Velg …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>&amp;Receive while this program is open</source>
        <translation>&amp;Ta imot mens programmet er åpent</translation>
    </message>
    <message>
        <source>Keep receiving after the windo&amp;w is closed</source>
        <translation>&amp;Fortsett å ta imot når vinduet lukkes</translation>
    </message>
    <message>
        <source>&amp;Address on this computer</source>
        <translation>&amp;Adresse på denne maskinen</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>P&amp;ublic address</source>
        <translation>&amp;Offentlig adresse</translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation>&amp;Sertifikatfil</translation>
    </message>
    <message>
        <source>&amp;Its key file</source>
        <translation>&amp;Nøkkelfil</translation>
    </message>
    <message>
        <source>Al&amp;lowed addresses</source>
        <translation>T&amp;illatte adresser</translation>
    </message>
    <message>
        <source>&amp;Trusted proxies</source>
        <translation>Klare&amp;rte proxyer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>&amp;Delivery status</source>
        <translation>L&amp;everingsstatus</translation>
    </message>
    <message>
        <source>Inbound &amp;messages</source>
        <translation>Innkommende &amp;meldinger</translation>
    </message>
    <message>
        <source>T&amp;est on this computer</source>
        <translation>Test på &amp;denne maskinen</translation>
    </message>
    <message>
        <source>Test &amp;from outside</source>
        <translation>Test &amp;utenfra</translation>
    </message>
    <message>
        <source>Address on this computer</source>
        <translation>Adresse på denne maskinen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>Offentlig adresse</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Sertifikatfil</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Velg sertifikatfilen</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Nøkkelfil</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Velg nøkkelfilen</translation>
    </message>
    <message>
        <source>Allowed addresses</source>
        <translation>Tillatte adresser</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Klarerte proxyer</translation>
    </message>
    <message>
        <source>Address for delivery status</source>
        <translation>Adresse for leveringsstatus</translation>
    </message>
    <message>
        <source>Copy the address for delivery status</source>
        <translation>Kopier adressen for leveringsstatus</translation>
    </message>
    <message>
        <source>Address for inbound messages</source>
        <translation>Adresse for innkommende meldinger</translation>
    </message>
    <message>
        <source>Copy the address for inbound messages</source>
        <translation>Kopier adressen for innkommende meldinger</translation>
    </message>
</context>
<context>
    <name>RecipientsDialog</name>
    <message>
        <source>Who gets it</source>
        <translation>Hvem som får den</translation>
    </message>
    <message>
        <source>Search for a name, a number or a word of the text</source>
        <translation>Søk etter navn, nummer eller ord i teksten</translation>
    </message>
    <message>
        <source>Search the recipients</source>
        <translation>Søk i mottakerne</translation>
    </message>
    <message>
        <source>Show in the &amp;preview</source>
        <translation>Vis i &amp;forhåndsvisningen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Nobody chosen here gets this message. The list and the contacts stay as they are.</source>
        <translation>De som er valgt her, får ikke denne meldingen. Listen og kontaktene blir som de er.</translation>
    </message>
    <message>
        <source>A wrong number can be corrected here: double-click it, or press F2.</source>
        <translation>Et galt nummer kan rettes her: dobbeltklikk på det, eller trykk F2.</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Utelatt</translation>
    </message>
    <message>
        <source>&amp;Correct the number</source>
        <translation>&amp;Rett nummeret</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>Ta med &amp;igjen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Eksporter …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
</context>
<context>
    <name>RepliesSection</name>
    <message>
        <source>&amp;Opt-out words</source>
        <translation>&amp;Avmeldingsord</translation>
    </message>
    <message>
        <source>&amp;Confirm with this SMS</source>
        <translation>&amp;Bekreft med denne SMS-en</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>&amp;Nøkkelord</translation>
    </message>
    <message>
        <source>&amp;Add a keyword</source>
        <translation>Legg &amp;til et nøkkelord</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>Watch &amp;for missing messages</source>
        <translation>&amp;Varsle om manglende meldinger</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Opt-out words</source>
        <translation>Avmeldingsord</translation>
    </message>
    <message>
        <source>Confirm an opt-out with this SMS</source>
        <translation>Bekreft en avmelding med denne SMS-en</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Nøkkelord</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review and send</source>
        <translation>Se over og send</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Fra</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Når</translation>
    </message>
    <message>
        <source>SMS and cost</source>
        <translation>SMS og kostnad</translation>
    </message>
    <message>
        <source>Type the number of recipients to confirm</source>
        <translation>Skriv antall mottakere for å bekrefte</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Utelatt</translation>
    </message>
    <message>
        <source>Number of recipients</source>
        <translation>Antall mottakere</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>New message</source>
        <translation>Ny melding</translation>
    </message>
    <message>
        <source>Demo – nothing is sent</source>
        <translation>Demo – ingenting sendes</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln mottaker</numerusform>
            <numerusform>%Ln mottakere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%Ln duplikat</numerusform>
            <numerusform>%Ln duplikater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%Ln ugyldig</numerusform>
            <numerusform>%Ln ugyldige</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n opted out</source>
        <translation>
            <numerusform>%Ln avmeldt</numerusform>
            <numerusform>%Ln avmeldte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 SMS = %3 SMS</source>
        <translation>%1 × %2 SMS = %3 SMS</translation>
    </message>
    <message>
        <source>%1 recipients, %2 SMS</source>
        <translation>%1 mottakere, %2 SMS</translation>
    </message>
    <message>
        <source>%1, about %2 kr</source>
        <comment>SMS, cost</comment>
        <translation>%1, ca. %2 kr</translation>
    </message>
    <message>
        <source>%1 · %2 of %3 · %4 SMS · %5 left</source>
        <comment>encoding, used, room, SMS, left</comment>
        <translation>%1 · %2 av %3 · %4 SMS · %5 igjen</translation>
    </message>
    <message>
        <source>Recipients cannot reply to a text sender.</source>
        <translation>Mottakerne kan ikke svare på en tekstavsender.</translation>
    </message>
    <message>
        <source>at %1 from this computer</source>
        <translation>%1 fra denne maskinen</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nå</translation>
    </message>
    <message>
        <source>many in one request (one text for all)</source>
        <translation>mange i én forespørsel (samme tekst til alle)</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>én og én</translation>
    </message>
    <message numerus="yes">
        <source>valid for %n minutes</source>
        <translation>
            <numerusform>gyldig i %Ln minutt</numerusform>
            <numerusform>gyldig i %Ln minutter</numerusform>
        </translation>
    </message>
    <message>
        <source>Unicode allowed</source>
        <translation>Unicode tillatt</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>flash</translation>
    </message>
    <message>
        <source>protocol ID %1</source>
        <translation>protokoll-ID %1</translation>
    </message>
    <message>
        <source>the recipient pays %1 kr</source>
        <translation>mottakeren betaler %1 kr</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>referanse %1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Legg til</translation>
    </message>
    <message>
        <source>summer time</source>
        <translation>sommertid</translation>
    </message>
    <message>
        <source>standard time</source>
        <translation>normaltid</translation>
    </message>
    <message>
        <source>%1 (at the gateway)</source>
        <translation>%1 (hos gatewayen)</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%Ln nummer</numerusform>
            <numerusform>%Ln numre</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Til</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>&amp;Melding</translation>
    </message>
    <message>
        <source>&amp;When and how</source>
        <translation>&amp;Når og hvordan</translation>
    </message>
    <message numerus="yes">
        <source>%1 are not in the ordinary SMS alphabet. As Unicode: %2 SMS; replaced: %3 SMS.</source>
        <translation>
            <numerusform>%1 finnes ikke i det vanlige SMS-alfabetet. Som Unicode: %2 SMS. Byttet ut: %3 SMS.</numerusform>
            <numerusform>%1 finnes ikke i det vanlige SMS-alfabetet. Som Unicode: %2 SMS. Byttet ut: %3 SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 are not in the ordinary SMS alphabet and have no replacement. As Unicode: %2 SMS.</source>
        <translation>
            <numerusform>%1 finnes ikke i det vanlige SMS-alfabetet og kan ikke byttes ut. Som Unicode: %2 SMS.</numerusform>
            <numerusform>%1 finnes ikke i det vanlige SMS-alfabetet og kan ikke byttes ut. Som Unicode: %2 SMS.</numerusform>
        </translation>
    </message>
    <message>
        <source>Se&amp;nd a test</source>
        <translation>Send en &amp;prøve til meg</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Send en prøve til meg</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>Se over og send …</translation>
    </message>
    <message>
        <source>%1 can be replaced; %2 needs Unicode. As Unicode: %3 SMS.</source>
        <translation>%1 kan byttes ut; %2 krever Unicode. Som Unicode: %3 SMS.</translation>
    </message>
    <message>
        <source>The clocks change that day. This time is %1 UTC (%2).</source>
        <comment>time, season</comment>
        <translation>Klokken stilles denne dagen. Tidspunktet er kl. %1 UTC (%2).</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Kolonner …</translation>
    </message>
    <message>
        <source>How the list is read: its sheet, encoding, header and columns</source>
        <translation>Hvordan listen leses: ark, tegnsett, overskrift og kolonner</translation>
    </message>
    <message>
        <source>at %1 from the gateway (%2)</source>
        <comment>time, zone</comment>
        <translation>%1 fra gatewayen (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a text of their own (see “Rows with the same number”)</source>
        <translation>
            <numerusform>%Ln av dem med egen tekst (se «Rader med samme nummer»)</numerusform>
            <numerusform>%Ln av dem med egen tekst (se «Rader med samme nummer»)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to a number that another row has too</source>
        <translation>
            <numerusform>%Ln til et nummer som også står i en annen rad</numerusform>
            <numerusform>%Ln til numre som også står i andre rader</numerusform>
        </translation>
    </message>
    <message>
        <source>each row its own message</source>
        <translation>hver rad sin egen melding</translation>
    </message>
    <message>
        <source>Who gets it…</source>
        <translation>Hvem får den …</translation>
    </message>
    <message>
        <source>Skipped…</source>
        <translation>Utelatt …</translation>
    </message>
    <message>
        <source>No recipient has a value for {%1}. Fill it in, or give a default: {name|customer}.</source>
        <translation>Ingen mottaker har noe i {%1}. Fyll det ut, eller oppgi en reserveverdi: {navn|kunde}.</translation>
    </message>
    <message numerus="yes">
        <source>%n without a value for a field</source>
        <translation>
            <numerusform>%Ln mangler en verdi i et felt</numerusform>
            <numerusform>%Ln mangler en verdi i et felt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with letters outside ordinary SMS</source>
        <translation>
            <numerusform>%Ln med bokstaver utenfor vanlig SMS</numerusform>
            <numerusform>%Ln med bokstaver utenfor vanlig SMS</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n landlines skipped</source>
        <translation>
            <numerusform>%Ln fasttelefon utelatt</numerusform>
            <numerusform>%Ln fasttelefoner utelatt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%Ln fjernet</numerusform>
            <numerusform>%Ln fjernet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · the longest, to %2</source>
        <comment>the counter, a recipient</comment>
        <translation>%1 · den lengste, til %2</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients get nothing: their text would have %1, which an ordinary SMS cannot carry.</source>
        <translation>
            <numerusform>%Ln mottaker får ingenting: Teksten ville hatt %1, som ikke går i en vanlig SMS.</numerusform>
            <numerusform>%Ln mottakere får ingenting: Teksten deres ville hatt %1, som ikke går i en vanlig SMS.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are landlines: they may never see an SMS.</source>
        <translation>
            <numerusform>%Ln er en fasttelefon: SMS-en blir kanskje aldri sett.</numerusform>
            <numerusform>%Ln er fasttelefoner: SMS-en blir kanskje aldri sett.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sheet “%1” is read. The file has the sheets %2.</source>
        <translation>Arket «%1» leses. Filen har arkene %2.</translation>
    </message>
    <message>
        <source>letters in names replaced</source>
        <translation>bokstaver i navn byttes ut</translation>
    </message>
    <message>
        <source>not to landlines</source>
        <translation>ikke til fasttelefoner</translation>
    </message>
    <message>
        <source>Only the gateway knows who is in the group.</source>
        <translation>Bare gatewayen vet hvem som er i gruppen.</translation>
    </message>
    <message>
        <source>Review and &amp;send…</source>
        <translation>&amp;Se over og send …</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Segment counter</source>
        <translation>SMS-teller</translation>
    </message>
</context>
<context>
    <name>SendingSection</name>
    <message>
        <source>HH:mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>and</source>
        <translation>og</translation>
    </message>
    <message>
        <source>Single &amp;messages at a time</source>
        <translation>Samtidige &amp;enkeltmeldinger</translation>
    </message>
    <message>
        <source>&amp;Numbers in a bulk request</source>
        <translation>&amp;Numre i hver masseforespørsel</translation>
    </message>
    <message>
        <source>&amp;Bulk requests at a time</source>
        <translation>Samtidige &amp;masseforespørsler</translation>
    </message>
    <message>
        <source>Max. &amp;requests per second</source>
        <translation>Maks. &amp;forespørsler per sekund</translation>
    </message>
    <message>
        <source>Max. SMS per d&amp;ay</source>
        <translation>Maks. &amp;SMS per døgn</translation>
    </message>
    <message>
        <source>&amp;Quiet hours</source>
        <translation>Stille&amp;tid</translation>
    </message>
    <message>
        <source>S&amp;end nothing between</source>
        <translation>Send &amp;ingenting mellom</translation>
    </message>
    <message>
        <source>Allowed &amp;countries</source>
        <translation>Till&amp;atte land</translation>
    </message>
    <message>
        <source>&amp;Price per SMS</source>
        <translation>&amp;Pris per SMS</translation>
    </message>
    <message>
        <source>&amp;Other prices by country</source>
        <translation>An&amp;dre priser etter land</translation>
    </message>
    <message>
        <source>A&amp;dd a country</source>
        <translation>Le&amp;gg til et land</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>F&amp;jern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>Single messages at a time</source>
        <translation>Samtidige enkeltmeldinger</translation>
    </message>
    <message>
        <source>Numbers in a bulk request</source>
        <translation>Numre i hver masseforespørsel</translation>
    </message>
    <message>
        <source>Bulk requests at a time</source>
        <translation>Samtidige masseforespørsler</translation>
    </message>
    <message>
        <source>Max. requests per second</source>
        <translation>Maks. forespørsler per sekund</translation>
    </message>
    <message>
        <source>Max. SMS per day</source>
        <translation>Maks. SMS per døgn</translation>
    </message>
    <message>
        <source>Quiet hours from</source>
        <translation>Stilletid fra</translation>
    </message>
    <message>
        <source>Quiet hours to</source>
        <translation>Stilletid til</translation>
    </message>
    <message>
        <source>Allowed countries</source>
        <translation>Tillatte land</translation>
    </message>
    <message>
        <source>Add an allowed country</source>
        <translation>Legg til et tillatt land</translation>
    </message>
    <message>
        <source>Price per SMS</source>
        <translation>Pris per SMS</translation>
    </message>
    <message>
        <source>Other prices by country</source>
        <translation>Andre priser etter land</translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Each time becomes a campaign of its own, with its own recipients and figures. Those that have been sent are listed under Campaigns, and under Planned.</source>
        <translation>Hver gang blir en egen utsendelse, med egne mottakere og tall. De som er sendt, står under Utsendelser og under Planlagt.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>Settings sections</source>
        <translation>Kategorier</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Texts</source>
        <translation>Tekster</translation>
    </message>
    <message>
        <source>&amp;New text</source>
        <translation>&amp;Ny tekst</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;vn</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Slett</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Lagre</translation>
    </message>
    <message>
        <source>&amp;Use this text</source>
        <translation>&amp;Bruk teksten</translation>
    </message>
    <message>
        <source>Save texts you use often: opening hours, reminders, a template with its fields filled in.</source>
        <translation>Lagre tekster dere bruker ofte: åpningstider, påminnelser, en mal med feltene fylt ut.</translation>
    </message>
    <message>
        <source>Write the first text</source>
        <translation>Skriv den første teksten</translation>
    </message>
    <message>
        <source>Saved texts</source>
        <translation>Lagrede tekster</translation>
    </message>
    <message>
        <source>Text being written</source>
        <translation>Teksten som skrives</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Melding</translation>
    </message>
    <message>
        <source>Segment counter</source>
        <translation>SMS-teller</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Change the time</source>
        <translation>Endre tidspunktet</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dato</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Klokkeslett</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Endre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>WhenForm</name>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Gjenta</translation>
    </message>
    <message>
        <source>Start automatically if no later than</source>
        <translation>Start automatisk ved forsinkelse på inntil</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gyldig i</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Forespørsler</translation>
    </message>
    <message>
        <source>Show at once on the screen (flash)</source>
        <translation>Vis straks på skjermen (flash)</translation>
    </message>
    <message>
        <source>Send as Unicode where needed</source>
        <translation>Send som Unicode ved behov</translation>
    </message>
    <message>
        <source>Protocol ID</source>
        <translation>Protokoll-ID</translation>
    </message>
    <message>
        <source>Price in kroner</source>
        <translation>Pris i kroner</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referanse</translation>
    </message>
    <message>
        <source>Rows with the same number</source>
        <translation>Rader med samme nummer</translation>
    </message>
    <message>
        <source>Skip landlines</source>
        <translation>Utelat fasttelefoner</translation>
    </message>
    <message>
        <source>Replace letters that an ordinary SMS lacks</source>
        <translation>Bytt ut bokstaver som vanlig SMS mangler</translation>
    </message>
    <message>
        <source>Time to send</source>
        <translation>Tidspunkt for sending</translation>
    </message>
    <message>
        <source>Unit of the validity</source>
        <translation>Gyldighetstidens enhet</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>The gateway was reached. The first message will show whether the password is right.</source>
        <translation>Gatewayen svarte. Den første meldingen viser om passordet er riktig.</translation>
    </message>
    <message>
        <source>The message is empty. Write a text first.</source>
        <translation>Meldingen er tom. Skriv en tekst først.</translation>
    </message>
    <message>
        <source>The message is too long: at most 1,530 characters fit (160 for a charged message). Shorten it.</source>
        <translation>Meldingen er for lang: Det er plass til høyst 1530 tegn (160 i en taksert melding). Kort den ned.</translation>
    </message>
    <message>
        <source>The message has characters that ordinary SMS cannot carry (%1). Replace them, or send it as Unicode.</source>
        <translation>Meldingen har tegn som ikke kan sendes i vanlig SMS (%1). Bytt dem ut, eller send meldingen som Unicode.</translation>
    </message>
    <message>
        <source>There are no recipients. Add at least one valid number.</source>
        <translation>Det er ingen mottakere. Legg til minst ett gyldig nummer.</translation>
    </message>
    <message>
        <source>“%1” is not a phone number that can receive SMS. Correct it or remove it.</source>
        <translation>«%1» er ikke et telefonnummer som kan motta SMS. Rett det, eller fjern det.</translation>
    </message>
    <message>
        <source>The sender is missing. Enter a number or a text of at most 11 characters.</source>
        <translation>Avsenderen mangler. Skriv et nummer eller en tekst på høyst 11 tegn.</translation>
    </message>
    <message>
        <source>The sender “%1” is too long: a text sender has at most 11 characters. Shorten it.</source>
        <translation>Avsenderen «%1» er for lang: En tekstavsender har høyst 11 tegn. Kort den ned.</translation>
    </message>
    <message>
        <source>“%1” cannot be a sender. Use a number from Front or a text of at most 11 characters.</source>
        <translation>«%1» kan ikke være avsender. Bruk et nummer fra Front eller en tekst på høyst 11 tegn.</translation>
    </message>
    <message>
        <source>The reference is too long: at most 60 characters. Shorten it.</source>
        <translation>Referansen er for lang: høyst 60 tegn. Kort den ned.</translation>
    </message>
    <message>
        <source>The sending time has passed. Choose a time in the future.</source>
        <translation>Tidspunktet for sending er passert. Velg et tidspunkt frem i tid.</translation>
    </message>
    <message>
        <source>The price must be whole kroner from 1 to 200 (100 to 20000 øre), and a charged message goes to one Norwegian number at a time.</source>
        <translation>Prisen må være hele kroner fra 1 til 200 (100 til 20000 øre), og en taksert melding går til ett norsk nummer om gangen.</translation>
    </message>
    <message>
        <source>The validity must be a whole number of minutes, at least 1.</source>
        <translation>Gyldighetstiden må være et helt antall minutter, minst 1.</translation>
    </message>
    <message>
        <source>The protocol ID must be a number from 0 to 255.</source>
        <translation>Protokoll-ID-en må være et tall fra 0 til 255.</translation>
    </message>
    <message>
        <source>The field “%1” cannot be used as it is: %2. Correct it.</source>
        <translation>Feltet «%1» kan ikke brukes slik det er: %2. Rett det.</translation>
    </message>
    <message>
        <source>The field “%1” has no value. Fill it in.</source>
        <translation>Feltet «%1» er tomt. Fyll det ut.</translation>
    </message>
    <message>
        <source>Sending to %1 is not allowed for this account. Add the country to the account&apos;s allowed countries, or remove the number.</source>
        <translation>Kontoen kan ikke sende til %1. Legg til landet under «Tillatte land» i kontoen, eller fjern nummeret.</translation>
    </message>
    <message>
        <source>This would exceed the account&apos;s daily limit (%1). Send the rest tomorrow, or raise the limit in the account.</source>
        <translation>Dette vil overskride kontoens døgngrense (%1). Send resten i morgen, eller hev grensen for kontoen.</translation>
    </message>
    <message>
        <source>This needs your confirmation: %1</source>
        <translation>Dette må du bekrefte: %1</translation>
    </message>
    <message>
        <source>%1 has opted out and receives no messages.</source>
        <translation>%1 er avmeldt og får ingen meldinger.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder, the free space and your permissions.</source>
        <translation>«%1» kan ikke skrives. Kontroller mappen, ledig plass og tilgangen din.</translation>
    </message>
    <message>
        <source>This profile is in use by %1. Close that program, or use another profile.</source>
        <translation>Denne profilen er i bruk av %1. Avslutt det programmet, eller bruk en annen profil.</translation>
    </message>
    <message>
        <source>The database cannot be used (%1). Check the folder and your permissions, or restore a backup.</source>
        <translation>Databasen kan ikke brukes (%1). Kontroller mappen og tilgangen din, eller gjenopprett en sikkerhetskopi.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of Budstikke. Install the newest version; nothing was changed.</source>
        <translation>Databasen er laget med en nyere versjon av Budstikke. Installer den nyeste versjonen. Ingenting er endret.</translation>
    </message>
    <message>
        <source>There is no account yet. Set one up first (budstikke-cli account set).</source>
        <translation>Det finnes ingen konto ennå. Sett opp en først (budstikke-cli account set).</translation>
    </message>
    <message>
        <source>There is no account named “%1”. See the list of accounts.</source>
        <translation>Det finnes ingen konto som heter «%1». Se listen over kontoer.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used, so the password cannot be saved. Give it in BUDSTIKKE_PASSWORD for each run, or unlock the keyring.</source>
        <translation>Systemets nøkkelring kan ikke brukes, så passordet kan ikke lagres. Oppgi det i BUDSTIKKE_PASSWORD for hver kjøring, eller lås opp nøkkelringen.</translation>
    </message>
    <message>
        <source>The gateway address must begin with https:// so that nobody can eavesdrop: %1</source>
        <translation>Gatewayens adresse må begynne med https:// slik at ingen kan avlytte forbindelsen: %1</translation>
    </message>
    <message>
        <source>The gateway cannot be reached (%1). Nothing was sent; check the network, then resume.</source>
        <translation>Får ikke kontakt med gatewayen (%1). Ingenting ble sendt. Kontroller nettverket, og fortsett.</translation>
    </message>
    <message>
        <source>Cannot receive at %1. Another program may be using that port; choose another one.</source>
        <translation>Kan ikke ta imot på %1. Et annet program bruker kanskje porten; velg en annen.</translation>
    </message>
    <message>
        <source>“%1” was not found.</source>
        <translation>Fant ikke «%1».</translation>
    </message>
    <message>
        <source>That cannot be done now: %1</source>
        <translation>Det kan ikke gjøres nå: %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutt. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Something went wrong: %1</source>
        <translation>Noe gikk galt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients is a large list.</source>
        <translation>
            <numerusform>%Ln mottaker er en stor liste.</numerusform>
            <numerusform>%Ln mottakere er en stor liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 recipients is unusual for this account; its largest campaign so far had %2.</source>
        <translation>%1 mottakere er uvanlig mange for denne kontoen. Den største utsendelsen til nå hadde %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were sent this same text in the last 24 hours.</source>
        <translation>
            <numerusform>%Ln mottaker har fått nøyaktig denne teksten det siste døgnet.</numerusform>
            <numerusform>%Ln mottakere har fått nøyaktig denne teksten det siste døgnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>This would bring today&apos;s total to %1 SMS; the daily limit is %2.</source>
        <translation>Da kommer kontoen opp i %1 SMS i dag. Grensen er %2 per døgn.</translation>
    </message>
    <message>
        <source>Quiet hours are in effect. Sending is allowed again from %1.</source>
        <translation>Det er stilletid nå. Sending er tillatt fra %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients are in countries that are not allowed.</source>
        <translation>
            <numerusform>%Ln mottaker er i et land som ikke er tillatt.</numerusform>
            <numerusform>%Ln mottakere er i land som ikke er tillatt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scheduled</source>
        <comment>message state</comment>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>message state</comment>
        <translation>I kø</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>message state</comment>
        <translation>Sendes</translation>
    </message>
    <message>
        <source>Sent, no status yet</source>
        <comment>message state</comment>
        <translation>Sendt, ingen status ennå</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>message state</comment>
        <translation>Avvist</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <comment>message state</comment>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <comment>message state</comment>
        <translation>Usikker</translation>
    </message>
    <message>
        <source>With the operator</source>
        <comment>message state</comment>
        <translation>Hos operatøren</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>message state</comment>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>message state</comment>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>No confirmation</source>
        <comment>message state</comment>
        <translation>Ingen bekreftelse</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>message state</comment>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>Held back</source>
        <comment>message state</comment>
        <translation>Holdt tilbake</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>campaign state</comment>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Sending</source>
        <comment>campaign state</comment>
        <translation>Sendes</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>campaign state</comment>
        <translation>På pause</translation>
    </message>
    <message>
        <source>Sent</source>
        <comment>campaign state</comment>
        <translation>Sendt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>campaign state</comment>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>Held back</source>
        <comment>campaign state</comment>
        <translation>Holdt tilbake</translation>
    </message>
    <message>
        <source>The program ended while sending. Check the uncertain messages, then resume.</source>
        <translation>Programmet ble avsluttet under sendingen. Se på de usikre meldingene, og fortsett.</translation>
    </message>
    <message>
        <source>Paused by you. Resume when you are ready.</source>
        <translation>Du har satt utsendelsen på pause. Fortsett når du er klar.</translation>
    </message>
    <message>
        <source>This computer lacks TLS, so the gateway cannot be reached. Nothing is lost; install Budstikke, or OpenSSL, again, then resume.</source>
        <translation>Denne maskinen mangler TLS, så gatewayen kan ikke nås. Ingenting er tapt; installer Budstikke, eller OpenSSL, på nytt, og fortsett.</translation>
    </message>
    <message>
        <source>The gateway cannot be reached. Nothing is lost; check the network, then resume.</source>
        <translation>Får ikke kontakt med gatewayen. Ingenting er tapt. Kontroller nettverket, og fortsett.</translation>
    </message>
    <message>
        <source>A request may or may not have been sent. Decide on the uncertain messages, then resume.</source>
        <translation>Det er usikkert om en forespørsel ble sendt. Avklar de usikre meldingene, og fortsett.</translation>
    </message>
    <message>
        <source>Five requests in a row may or may not have been sent. Check the network, decide on the uncertain messages, then resume.</source>
        <translation>Det er usikkert om fem forespørsler på rad ble sendt. Kontroller nettverket, avklar de usikre meldingene, og fortsett.</translation>
    </message>
    <message>
        <source>The quiet hours have begun. The rest waits; resume when they are over.</source>
        <translation>Stilletiden har begynt. Resten venter; fortsett når den er over.</translation>
    </message>
    <message>
        <source>The rest was not sent: %1</source>
        <translation>Resten ble ikke sendt: %1</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then resume.</source>
        <translation>Disken er full. Frigjør plass, og fortsett.</translation>
    </message>
    <message>
        <source>The database could not be written. Check the disk, then resume.</source>
        <translation>Kunne ikke skrive til databasen. Kontroller disken, og fortsett.</translation>
    </message>
    <message>
        <source>This database was restored or copied. Release what you still want to send.</source>
        <translation>Denne databasen er gjenopprettet eller kopiert. Frigi det du fortsatt vil sende.</translation>
    </message>
    <message>
        <source>no number</source>
        <comment>left out</comment>
        <translation>mangler nummer</translation>
    </message>
    <message>
        <source>not a phone number</source>
        <comment>left out</comment>
        <translation>ikke et telefonnummer</translation>
    </message>
    <message>
        <source>too short for a phone number</source>
        <comment>left out</comment>
        <translation>for kort til å være et telefonnummer</translation>
    </message>
    <message>
        <source>too long for a phone number</source>
        <comment>left out</comment>
        <translation>for langt til å være et telefonnummer</translation>
    </message>
    <message>
        <source>the spreadsheet has shortened the number; format the column as text</source>
        <comment>left out</comment>
        <translation>regnearket har forkortet nummeret; formater kolonnen som tekst</translation>
    </message>
    <message>
        <source>unknown country code</source>
        <comment>left out</comment>
        <translation>ukjent landkode</translation>
    </message>
    <message>
        <source>the same number is already included</source>
        <comment>left out</comment>
        <translation>samme nummer er allerede med</translation>
    </message>
    <message>
        <source>has opted out</source>
        <comment>left out</comment>
        <translation>er avmeldt</translation>
    </message>
    <message>
        <source>the country is not allowed</source>
        <comment>left out</comment>
        <translation>landet er ikke tillatt</translation>
    </message>
    <message>
        <source>a field of the text has no value</source>
        <comment>left out</comment>
        <translation>et felt i teksten mangler verdi</translation>
    </message>
    <message>
        <source>the text would be too long</source>
        <comment>left out</comment>
        <translation>teksten ville bli for lang</translation>
    </message>
    <message>
        <source>the text would have characters that need Unicode</source>
        <comment>left out</comment>
        <translation>teksten ville få tegn som krever Unicode</translation>
    </message>
    <message>
        <source>the text would be empty</source>
        <comment>left out</comment>
        <translation>teksten ville bli tom</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, detail</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <comment>what was typed: why it is left out</comment>
        <translation>«%1»: %2</translation>
    </message>
    <message>
        <source>Row %1, “%2”: %3</source>
        <comment>row, what was typed: why it is left out</comment>
        <translation>Rad %1, «%2»: %3</translation>
    </message>
    <message>
        <source>The gateway answered %1: %2</source>
        <comment>unknown code, its own words</comment>
        <translation>Gatewayen svarte %1: %2</translation>
    </message>
    <message>
        <source>“%1” must be filled in for this template.</source>
        <translation>Feltet «%1» må fylles ut for denne malen.</translation>
    </message>
    <message>
        <source>“%1” is too long. Shorten it.</source>
        <translation>Feltet «%1» er for langt. Kort det ned.</translation>
    </message>
    <message>
        <source>“%1” is too short.</source>
        <translation>Feltet «%1» er for kort.</translation>
    </message>
    <message>
        <source>“%1” must not contain a link.</source>
        <translation>Feltet «%1» kan ikke inneholde en lenke.</translation>
    </message>
    <message>
        <source>“%1” must be a date like 2030-01-31.</source>
        <translation>«%1» må være en dato som 2030-01-31.</translation>
    </message>
    <message>
        <source>“%1” must be a time like 19:15.</source>
        <translation>«%1» må være et klokkeslett som 19:15.</translation>
    </message>
    <message>
        <source>“%1” must be a date and time like 2030-01-31T19:15.</source>
        <translation>«%1» må være dato og klokkeslett som 2030-01-31T19:15.</translation>
    </message>
    <message>
        <source>This template has no field “%1”.</source>
        <translation>Denne malen har ikke feltet «%1».</translation>
    </message>
    <message>
        <source>“%1” has capital letters, which the gateway may refuse.</source>
        <translation>«%1» har store bokstaver, og det kan gatewayen avvise.</translation>
    </message>
    <message>
        <source>“%1” has characters that are not allowed there.</source>
        <translation>«%1» har tegn som ikke er tillatt der.</translation>
    </message>
    <message>
        <source>The gateway&apos;s first answer said otherwise; the phone&apos;s own status counts.</source>
        <translation>Gatewayens første svar sa noe annet. Det er telefonens egen status som gjelder.</translation>
    </message>
    <message>
        <source>Two statuses with different IDs arrived: this message may have been delivered twice.</source>
        <translation>Det kom to statuser med ulike ID-er: Denne meldingen kan være levert to ganger.</translation>
    </message>
    <message>
        <source>First reported as failed, then as delivered.</source>
        <translation>Først meldt som mislykket, deretter som levert.</translation>
    </message>
    <message>
        <source>The gateway already knew this message, so it is treated as sent.</source>
        <translation>Gatewayen kjente denne meldingen fra før, så den regnes som sendt.</translation>
    </message>
    <message>
        <source>The sheet has hidden rows; they are included.</source>
        <translation>Arket har skjulte rader. De er tatt med.</translation>
    </message>
    <message>
        <source>The file has hidden sheets; they are not included.</source>
        <translation>Filen har skjulte ark. De er ikke tatt med.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>meaning, remedy</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>The operator could not deliver it. Check the number.</source>
        <translation>Operatøren kunne ikke levere meldingen. Kontroller nummeret.</translation>
    </message>
    <message>
        <source>No status was received. It may still have been delivered; not every operator reports.</source>
        <translation>Det kom ingen status. Meldingen kan likevel være levert; ikke alle operatører melder fra.</translation>
    </message>
    <message>
        <source>Must be released first.</source>
        <translation>Må frigis før den kan sendes.</translation>
    </message>
    <message>
        <source>Delivered to the phone</source>
        <translation>Levert til telefonen</translation>
    </message>
    <message>
        <source>The operator has it; the phone may be off or out of coverage</source>
        <translation>Operatøren har meldingen; telefonen kan være slått av eller uten dekning</translation>
    </message>
    <message>
        <source>Normal for some operators; nothing to do</source>
        <translation>Vanlig hos noen operatører; du trenger ikke å gjøre noe</translation>
    </message>
    <message>
        <source>the file has the columns %1</source>
        <translation>filen har kolonnene %1</translation>
    </message>
    <message>
        <source>The file is in Excel&apos;s format from before 2007. Save it as .xlsx and try again.</source>
        <translation>Filen er i Excels format fra før 2007. Lagre den som .xlsx og prøv igjen.</translation>
    </message>
    <message>
        <source>The file is in Excel&apos;s binary format. Save it as .xlsx and try again.</source>
        <translation>Filen er i Excels binære format. Lagre den som .xlsx og prøv igjen.</translation>
    </message>
    <message>
        <source>The file is a Numbers file. Export it as .xlsx or .csv and try again.</source>
        <translation>Filen er en Numbers-fil. Eksporter den som .xlsx eller .csv og prøv igjen.</translation>
    </message>
    <message>
        <source>The file is protected by a password. Save it without one and try again.</source>
        <translation>Filen er beskyttet med passord. Lagre den uten passord og prøv igjen.</translation>
    </message>
    <message>
        <source>This is not a spreadsheet, despite its name. Save the list as .xlsx or .csv.</source>
        <translation>Filen er ikke et regneark, selv om navnet tyder på det. Lagre listen som .xlsx eller .csv.</translation>
    </message>
    <message>
        <source>The file is damaged. Open it in a spreadsheet program, save it again and retry.</source>
        <translation>Filen er skadet. Åpne den i et regnearkprogram, lagre den på nytt og prøv igjen.</translation>
    </message>
    <message>
        <source>The file is empty. Choose another file.</source>
        <translation>Filen er tom. Velg en annen fil.</translation>
    </message>
    <message>
        <source>The file is larger than 200 MiB. Divide it into several files.</source>
        <translation>Filen er større enn 200 MiB. Del den opp i flere filer.</translation>
    </message>
    <message>
        <source>The workbook is too large or complex for a list. Copy the list into a new workbook.</source>
        <translation>Filen er for stor eller sammensatt for en liste. Kopier listen over i en ny arbeidsbok.</translation>
    </message>
    <message>
        <source>The sheet has hidden columns; they are included.</source>
        <translation>Arket har skjulte kolonner; de er tatt med.</translation>
    </message>
    <message>
        <source>Some cells contain an error such as #N/A; they were read as empty.</source>
        <translation>Noen celler inneholder en feil, for eksempel #I/T; de er lest som tomme.</translation>
    </message>
    <message>
        <source>Some numbers are stored as text; they were read anyway.</source>
        <translation>Noen tall er lagret som tekst, men er lest likevel.</translation>
    </message>
    <message>
        <source>Some rows have more cells than the header; the extra cells were skipped.</source>
        <translation>Noen rader har flere celler enn overskriften; de overflødige cellene er utelatt.</translation>
    </message>
    <message>
        <source>Fax numbers were skipped.</source>
        <translation>Faksnumre er utelatt.</translation>
    </message>
    <message>
        <source>Decided: treat as sent</source>
        <translation>Avklart: regnes som sendt</translation>
    </message>
    <message>
        <source>Decided: send again</source>
        <translation>Avklart: sendes på nytt</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>Nytt forsøk</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Frigitt</translation>
    </message>
    <message>
        <source>Cancelled before it was sent</source>
        <translation>Avbrutt før den ble sendt</translation>
    </message>
    <message>
        <source>Not sent: the recipient has opted out</source>
        <translation>Ikke sendt: Mottakeren er avmeldt</translation>
    </message>
    <message>
        <source>No status received in time</source>
        <translation>Det kom ingen status i tide</translation>
    </message>
    <message>
        <source>Held back: the database was restored or copied</source>
        <translation>Holdt tilbake: Databasen er gjenopprettet fra en sikkerhetskopi eller kopiert</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Avklart</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>Avklart: %1</translation>
    </message>
    <message>
        <source>Accepted by the gateway</source>
        <translation>Godtatt av gatewayen</translation>
    </message>
    <message>
        <source>Refused by the gateway</source>
        <translation>Avvist av gatewayen</translation>
    </message>
    <message>
        <source>The gateway says that the number is not valid</source>
        <translation>Gatewayen sier at nummeret ikke er gyldig</translation>
    </message>
    <message>
        <source>The gateway says that it already has this message</source>
        <translation>Gatewayen sier at den har denne meldingen fra før</translation>
    </message>
    <message>
        <source>The gateway refused the account; the message waits</source>
        <translation>Gatewayen avviste kontoen; meldingen venter</translation>
    </message>
    <message>
        <source>Not sent; will be retried</source>
        <translation>Ikke sendt. Nytt forsøk kommer.</translation>
    </message>
    <message>
        <source>The program ended before the answer: it may have been sent</source>
        <translation>Programmet ble avsluttet før svaret: Den kan være sendt</translation>
    </message>
    <message>
        <source>Already known to the gateway: treated as sent</source>
        <translation>Kjent for gatewayen fra før: regnet som sendt</translation>
    </message>
    <message>
        <source>The gateway answered</source>
        <translation>Gatewayen svarte</translation>
    </message>
    <message>
        <source>The gateway answered: %1</source>
        <translation>Gatewayen svarte: %1</translation>
    </message>
    <message>
        <source>Scheduled time reached</source>
        <translation>Planlagt tidspunkt nådd</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Lagt i kø</translation>
    </message>
    <message>
        <source>Sent once more, exactly as before</source>
        <translation>Sendt en gang til, nøyaktig som før</translation>
    </message>
    <message>
        <source>Sending started</source>
        <translation>Sendingen startet</translation>
    </message>
    <message>
        <source>Status 4: delivered to the phone</source>
        <translation>Status 4: levert til telefonen</translation>
    </message>
    <message>
        <source>Status 5: not delivered</source>
        <translation>Status 5: ikke levert</translation>
    </message>
    <message>
        <source>Status -1: with the operator, not delivered yet</source>
        <translation>Status -1: hos operatøren, ikke levert ennå</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Opprettet</translation>
    </message>
    <message>
        <source>Reviewed and approved</source>
        <translation>Kontrollert og godkjent</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortsatt</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>history</comment>
        <translation>Satt på pause</translation>
    </message>
    <message>
        <source>Paused automatically: %1</source>
        <translation>Satt på pause automatisk: %1</translation>
    </message>
    <message>
        <source>One run skipped</source>
        <translation>Ett tidspunkt ble hoppet over</translation>
    </message>
    <message>
        <source>Sending finished</source>
        <translation>Ferdig sendt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>history</comment>
        <translation>Avbrutt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>decision, number</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n failed messages were queued again</source>
        <translation>
            <numerusform>%Ln mislykket melding ble lagt i kø på nytt</numerusform>
            <numerusform>%Ln mislykkede meldinger ble lagt i kø på nytt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held messages were released</source>
        <translation>
            <numerusform>%Ln tilbakeholdt melding ble frigitt</numerusform>
            <numerusform>%Ln tilbakeholdte meldinger ble frigitt</numerusform>
        </translation>
    </message>
    <message>
        <source>Alarm: %1 may have received the message twice</source>
        <translation>Alarm: %1 kan ha fått meldingen to ganger</translation>
    </message>
    <message>
        <source>invalid JSON</source>
        <translation>ugyldig JSON</translation>
    </message>
    <message>
        <source>invalid characters</source>
        <translation>ugyldige tegn</translation>
    </message>
    <message>
        <source>a damaged attachment</source>
        <translation>et ødelagt vedlegg</translation>
    </message>
    <message>
        <source>a parameter occurs twice</source>
        <translation>samme parameter to ganger</translation>
    </message>
    <message>
        <source>a parameter is missing</source>
        <translation>en parameter mangler</translation>
    </message>
    <message>
        <source>too many attachments</source>
        <translation>for mange vedlegg</translation>
    </message>
    <message>
        <source>invalid value</source>
        <translation>ugyldig verdi</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Svar til %1</translation>
    </message>
    <message>
        <source>Opted out with this message and receives nothing more.</source>
        <translation>Meldte seg av med denne meldingen; får ikke flere meldinger.</translation>
    </message>
    <message>
        <source>Answered automatically (keyword “%1”).</source>
        <translation>Besvart automatisk (nøkkelordet «%1»).</translation>
    </message>
    <message>
        <source>Not answered automatically: %1</source>
        <translation>Ikke besvart automatisk: %1</translation>
    </message>
    <message>
        <source>A rule could not be followed for this message: look at it yourself.</source>
        <translation>En regel kunne ikke følges for denne meldingen: se på den selv.</translation>
    </message>
    <message>
        <source>Joined the group “%1”.</source>
        <translation>Lagt til i gruppen «%1».</translation>
    </message>
    <message>
        <source>A repeated campaign must use groups or a list, which are re-read each time. Put these numbers in a contact group.</source>
        <translation>En utsendelse som gjentas, må gå til grupper eller en liste, som leses på nytt hver gang. Legg disse numrene i en kontaktgruppe.</translation>
    </message>
    <message>
        <source>once</source>
        <comment>repetition</comment>
        <translation>én gang</translation>
    </message>
    <message>
        <source>every day</source>
        <comment>repetition</comment>
        <translation>hver dag</translation>
    </message>
    <message>
        <source>every week</source>
        <comment>repetition</comment>
        <translation>hver uke</translation>
    </message>
    <message>
        <source>every month</source>
        <comment>repetition</comment>
        <translation>hver måned</translation>
    </message>
    <message>
        <source>Queued again as you decided. Resume when you are ready.</source>
        <translation>Lagt i kø på nytt, slik du bestemte. Fortsett når du er klar.</translation>
    </message>
    <message>
        <source>The request went out to the public address and arrived here. The gateway can reach you the same way.</source>
        <translation>Forespørselen gikk ut til den offentlige adressen og kom inn her. Gatewayen når dere på samme måte.</translation>
    </message>
    <message>
        <source>The receiver answers on this computer.</source>
        <translation>Mottaket svarer på denne maskinen.</translation>
    </message>
    <message>
        <source>The receiver is off. Turn it on and save first.</source>
        <translation>Mottaket er av. Slå det på og lagre først.</translation>
    </message>
    <message>
        <source>The name in the public address cannot be found. Check the spelling, or ask whoever manages your domain to point it to your office&apos;s address.</source>
        <translation>Finner ikke navnet i den offentlige adressen. Kontroller skrivemåten, eller be den som har ansvar for domenet, om å peke det til kontorets adresse.</translation>
    </message>
    <message>
        <source>Nothing is listening at the public address. Open the port in the router and forward it to this computer, or start the reverse proxy.</source>
        <translation>Ingenting lytter på den offentlige adressen. Åpne porten i ruteren og videresend den til denne maskinen, eller start proxyen.</translation>
    </message>
    <message>
        <source>Nothing is listening on this computer&apos;s port. A firewall may be blocking it.</source>
        <translation>Ingenting lytter på porten på denne maskinen. En brannmur kan blokkere den.</translation>
    </message>
    <message>
        <source>No answer. A router or firewall is dropping the request: open the port and forward it to this computer. Some routers cannot reach their own public address; in that case, try from a phone.</source>
        <translation>Ikke noe svar. En ruter eller brannmur kaster forespørselen: Åpne porten og videresend den til denne maskinen. Noen rutere når ikke sin egen offentlige adresse; prøv da fra en telefon.</translation>
    </message>
    <message>
        <source>No answer on this computer&apos;s port. A firewall may be blocking it.</source>
        <translation>Ikke noe svar på porten på denne maskinen. En brannmur kan blokkere den.</translation>
    </message>
    <message>
        <source>The certificate is not accepted: it has expired, is made out to another name, or its chain is incomplete. The gateway would refuse it too. (%1)</source>
        <translation>Sertifikatet godtas ikke: Det er utløpt, utstedt til et annet navn, eller kjeden er ufullstendig. Gatewayen ville også avvist det. (%1)</translation>
    </message>
    <message>
        <source>Something else answered at that address, and the request did not arrive here. Check the reverse proxy&apos;s target and path. (%1)</source>
        <translation>Noe annet svarte på den adressen, og forespørselen kom ikke inn her. Kontroller mål og sti i proxyen. (%1)</translation>
    </message>
    <message>
        <source>a field of the template would have a value that is not allowed</source>
        <comment>left out</comment>
        <translation>et felt i malen ville få en verdi som ikke er tillatt</translation>
    </message>
    <message>
        <source>The opt-out was confirmed by SMS.</source>
        <translation>Avmeldingen ble bekreftet på SMS.</translation>
    </message>
    <message>
        <source>“%1” must be a link like example.no/order or https://example.no/order.</source>
        <translation>«%1» må være en lenke som example.no/ordre eller https://example.no/ordre.</translation>
    </message>
    <message>
        <source>There is no such template. The types are %1.</source>
        <translation>Det finnes ingen slik mal. Typene er %1.</translation>
    </message>
    <message>
        <source>“%1” should be four to eight digits, so that phones recognise it as a code.</source>
        <translation>«%1» bør være fire til åtte sifre, så kjenner telefonen det igjen som en kode.</translation>
    </message>
    <message>
        <source>“%1” cannot be used as it is.</source>
        <translation>«%1» kan ikke brukes slik det er.</translation>
    </message>
    <message>
        <source>A pre-approved template cannot be sent in bulk. Send it as single messages.</source>
        <translation>En forhåndsgodkjent mal kan ikke masseutsendes. Send den som enkeltmeldinger.</translation>
    </message>
    <message>
        <source>Unmatched or empty brace at character %1 (“%2”). Write {column}, or {{ and }} for a literal brace.</source>
        <translation>Klammeparentesen ved tegn %1 («%2») mangler sin tilhørende parentes eller et feltnavn. Skriv {kolonne}, eller {{ og }} for selve parentesene.</translation>
    </message>
    <message>
        <source>Give the file a name that ends in .csv or .xlsx.</source>
        <translation>Gi filen et navn som slutter på .csv eller .xlsx.</translation>
    </message>
    <message>
        <source>There are more rows than a spreadsheet can hold. Save as .csv instead.</source>
        <translation>Det er flere rader enn et regneark rommer. Lagre som .csv i stedet.</translation>
    </message>
    <message>
        <source>Some recipients are in countries that are no longer allowed for this account. Add the countries to the account, or create the campaign again.</source>
        <translation>Noen mottakere er i land som ikke lenger er tillatt for kontoen. Legg til landene i kontoen, eller lag utsendelsen på nytt.</translation>
    </message>
    <message>
        <source>Quiet hours are in effect for this account until %1. Send later, or change the quiet hours in the account.</source>
        <translation>Kontoen har stilletid til %1. Send senere, eller endre stilletiden i kontoen.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>et annet program</translation>
    </message>
    <message>
        <source>There is no campaign %1. See the list of campaigns.</source>
        <translation>Det finnes ingen utsendelse %1. Se listen over utsendelser.</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <comment>connection</comment>
        <translation>ikke noe svar i tide</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <comment>connection</comment>
        <translation>forbindelsen ble avvist</translation>
    </message>
    <message>
        <source>the host was not found</source>
        <comment>connection</comment>
        <translation>verten ble ikke funnet</translation>
    </message>
    <message>
        <source>the connection broke before the answer arrived</source>
        <comment>connection</comment>
        <translation>forbindelsen ble brutt før svaret var kommet</translation>
    </message>
    <message>
        <source>no secure connection could be made: %1</source>
        <comment>connection</comment>
        <translation>kunne ikke opprette en sikker forbindelse: %1</translation>
    </message>
    <message>
        <source>HTTP %1, but no gateway response</source>
        <comment>connection</comment>
        <translation>HTTP %1, men ikke noe svar fra gatewayen</translation>
    </message>
    <message>
        <source>a character that does not belong in text (NUL)</source>
        <comment>found in a file</comment>
        <translation>et tegn som ikke hører hjemme i tekst (NUL)</translation>
    </message>
    <message>
        <source>a quotation mark that is never closed</source>
        <comment>found in a file</comment>
        <translation>et anførselstegn som aldri avsluttes</translation>
    </message>
    <message>
        <source>more text than a cell can hold</source>
        <comment>found in a file</comment>
        <translation>mer tekst enn en celle rommer</translation>
    </message>
    <message>
        <source>more text than a cell can hold, perhaps after a quotation mark that is never closed</source>
        <comment>found in a file</comment>
        <translation>mer tekst enn en celle rommer, kanskje etter et anførselstegn som aldri avsluttes</translation>
    </message>
    <message>
        <source>too many columns</source>
        <comment>found in a file</comment>
        <translation>for mange kolonner</translation>
    </message>
    <message>
        <source>a card that never ends</source>
        <comment>found in a file</comment>
        <translation>et kort som aldri slutter</translation>
    </message>
    <message>
        <source>The file cannot be read beyond row %1, column %2: %3. Correct it there and try again.</source>
        <translation>Filen kan ikke leses forbi rad %1, kolonne %2: %3. Rett den der og prøv igjen.</translation>
    </message>
    <message>
        <source>The file cannot be read beyond line %1: %2. Correct it there and try again.</source>
        <translation>Filen kan ikke leses forbi linje %1: %2. Rett den der og prøv igjen.</translation>
    </message>
    <message>
        <source>By a reply</source>
        <translation>Ved svar</translation>
    </message>
    <message>
        <source>From a list</source>
        <translation>Fra en liste</translation>
    </message>
    <message>
        <source>Manually</source>
        <translation>Manuelt</translation>
    </message>
    <message>
        <source>Removed from the opt-out list</source>
        <translation>Fjernet fra listen over avmeldte</translation>
    </message>
    <message>
        <source>Opted out: %1</source>
        <translation>Avmeldt: %1</translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be understood: %1. Check the gateway&apos;s address in the account.</source>
        <translation>Svaret fra gatewayen er uforståelig: %1. Kontroller gatewayens adresse i kontoen.</translation>
    </message>
    <message>
        <source>The database is from an older version. It will be upgraded the first time this version sends or receives; try again then.</source>
        <translation>Databasen er fra en eldre versjon. Den oppdateres første gang du sender eller mottar med denne versjonen; prøv igjen da.</translation>
    </message>
    <message>
        <source>That cannot be done with a campaign in the state “%1”.</source>
        <translation>Det kan ikke gjøres med en utsendelse i tilstanden «%1».</translation>
    </message>
    <message>
        <source>The gateway answered with code %1, which this version of Budstikke does not know</source>
        <translation>Gatewayen svarte med kode %1, som denne versjonen av Budstikke ikke kjenner</translation>
    </message>
    <message>
        <source>The account&apos;s password is unknown: it was not saved, or the keyring is locked. Enter it, unlock the keyring, or give it in BUDSTIKKE_PASSWORD for this run.</source>
        <translation>Kontoens passord er ukjent: Det ble ikke lagret, eller nøkkelringen er låst. Skriv det inn, lås opp nøkkelringen, eller oppgi det i BUDSTIKKE_PASSWORD for denne kjøringen.</translation>
    </message>
    <message>
        <source>No answer from the gateway: it may have been sent</source>
        <translation>Ikke noe svar fra gatewayen: Meldingen kan være sendt</translation>
    </message>
    <message>
        <source>No answer from the gateway: it may have been sent. Decide: treat as sent, or send again.</source>
        <translation>Ikke noe svar fra gatewayen: Meldingen kan være sendt. Avklar: Regn den som sendt, eller send på nytt.</translation>
    </message>
    <message>
        <source>Status %1: not in the gateway&apos;s description; changes nothing</source>
        <translation>Status %1: finnes ikke i gatewayens beskrivelse; endrer ingenting</translation>
    </message>
    <message>
        <source>Held back: the profile came from another computer</source>
        <translation>Holdt tilbake: Profilen kommer fra en annen maskin</translation>
    </message>
    <message>
        <source>Held back: the profile was copied or moved</source>
        <translation>Holdt tilbake: Profilen er kopiert eller flyttet</translation>
    </message>
    <message>
        <source>Held back: an older copy of the database was put back</source>
        <translation>Holdt tilbake: En eldre kopi av databasen er lagt tilbake</translation>
    </message>
    <message>
        <source>This profile was opened by %1 and not closed there, and its network drive cannot tell whether it is still in use. If it is not, delete the file owner.lock in the profile&apos;s folder and try again.</source>
        <translation>Profilen ble åpnet av %1 og er ikke lukket der, og nettverksdisken kan ikke vise om den fortsatt er i bruk. Hvis den ikke er det, kan du slette filen owner.lock i profilmappen og prøve igjen.</translation>
    </message>
    <message>
        <source>The drive of %1 cannot lock files, so two programs could send from this profile at once. Keep the profile on this computer&apos;s own disk.</source>
        <translation>Disken som %1 ligger på, kan ikke låse filer. Da kan to programmer komme til å sende fra profilen samtidig. Legg profilen på maskinens egen disk.</translation>
    </message>
    <message>
        <source>The profile&apos;s folder %1 cannot be written to. Change its permissions, or use another profile.</source>
        <translation>Det er ikke mulig å skrive til profilmappen %1. Endre tilgangen, eller bruk en annen profil.</translation>
    </message>
    <message>
        <source>No other window or program will be able to reach this one: %1. Check that the profile&apos;s folder can be written to.</source>
        <translation>Andre vinduer og programmer får ikke kontakt med dette: %1. Sjekk at det går an å skrive til profilmappen.</translation>
    </message>
    <message>
        <source>The campaign is held back, and nothing of it is sent until you release it. %1</source>
        <translation>Utsendelsen holdes tilbake, og ingenting av den sendes før du frigir den. %1</translation>
    </message>
    <message>
        <source>This profile was last used on another computer, which may still send the same messages. Release only what is not sent from there.</source>
        <translation>Profilen ble sist brukt på en annen maskin, som fortsatt kan sende de samme meldingene. Frigi bare det som ikke sendes derfra.</translation>
    </message>
    <message>
        <source>This profile was copied or moved here from another folder. If the other one is still in use, it may send the same messages. Release only what is not sent from there.</source>
        <translation>Profilen er kopiert eller flyttet hit fra en annen mappe. Hvis den andre fortsatt er i bruk, kan den sende de samme meldingene. Frigi bare det som ikke sendes derfra.</translation>
    </message>
    <message>
        <source>An older copy of the database has been put back, so some of these messages may have been sent since. Release only what has not.</source>
        <translation>En eldre kopi av databasen er lagt tilbake, så noen av meldingene kan være sendt siden. Frigi bare det som ikke er sendt.</translation>
    </message>
    <message>
        <source>The computer&apos;s clock says %1, but the last time known for certain is %2. No old messages are deleted until the gateway has answered or you confirm the clock.</source>
        <translation>Klokken på maskinen viser %1, men det siste sikre tidspunktet er %2. Ingen gamle meldinger slettes før gatewayen har svart, eller du bekrefter at klokken er riktig.</translation>
    </message>
    <message>
        <source>Some changes since the backup could not be read from the replaced database: opt-outs, replies and statuses from that time may be missing. The old file is kept beside the new one.</source>
        <translation>Ikke alt som har skjedd siden sikkerhetskopien, kunne leses fra databasen som ble erstattet: Avmeldinger, svar og statuser fra den tiden kan mangle. Den gamle filen ligger ved siden av den nye.</translation>
    </message>
    <message>
        <source>No column header says that the column holds telephone numbers: %1. Choose the column.</source>
        <translation>Ingen overskrift sier hvilken kolonne som har telefonnumrene: %1. Velg kolonnen.</translation>
    </message>
    <message>
        <source>There is no sheet “%1”. The file has the sheets %2.</source>
        <translation>Det finnes ikke noe ark som heter «%1». Filen har arkene %2.</translation>
    </message>
    <message>
        <source>There is nothing in row %1, so it cannot be the header. Choose another row.</source>
        <translation>Rad %1 er tom og kan ikke være overskrift. Velg en annen rad.</translation>
    </message>
    <message>
        <source>There is nothing in the sheet. The file has the sheets %1. Choose another one.</source>
        <translation>Arket er tomt. Filen har arkene %1. Velg et annet.</translation>
    </message>
    <message>
        <source>The sheet “%1” is read. The file has the sheets %2.</source>
        <translation>Arket «%1» leses. Filen har arkene %2.</translation>
    </message>
    <message>
        <source>Row %1 stands above the header and is skipped: “%2”</source>
        <translation>Rad %1 står over overskriften og er utelatt: «%2»</translation>
    </message>
    <message>
        <source>The numbers are read from %1.</source>
        <translation>Numrene leses fra %1.</translation>
    </message>
    <message>
        <source>The names are read from %1.</source>
        <translation>Navnene leses fra %1.</translation>
    </message>
    <message>
        <source>There are numbers in %1 too. They are not used.</source>
        <translation>Det er numre i %1 også. De brukes ikke.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) look right, but are not in any known number range.</source>
        <translation>
            <numerusform>%Ln nummer ser riktig ut, men hører ikke til noen kjent nummerserie.</numerusform>
            <numerusform>%Ln numre ser riktige ut, men hører ikke til noen kjent nummerserie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some rows are stored in another encoding than the rest; each is read in its own.</source>
        <translation>Noen rader har et annet tegnsett enn resten. Hver rad er lest med sitt eget.</translation>
    </message>
    <message>
        <source>The file&apos;s encoding is a guess. Check that the letters are right.</source>
        <translation>Tegnsettet i filen er en gjetning. Se etter at bokstavene er riktige.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%1 og %Ln til</numerusform>
            <numerusform>%1 og %Ln til</numerusform>
        </translation>
    </message>
    <message>
        <source>This may be an opt-out: no rule has been followed. Look at it and decide.</source>
        <translation>Dette kan være en avmelding. Ingen regel er fulgt: se på meldingen og avgjør.</translation>
    </message>
    <message>
        <source>It was an opt-out; nothing more is sent to them.</source>
        <translation>Det var en avmelding; det sendes ikke mer til dette nummeret.</translation>
    </message>
    <message>
        <source>Decided by a person: not an opt-out.</source>
        <translation>Avgjort av en person: ikke en avmelding.</translation>
    </message>
    <message>
        <source>tab</source>
        <comment>character</comment>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>no-break space</source>
        <comment>character</comment>
        <translation>hardt mellomrom</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <comment>character</comment>
        <translation>myk bindestrek</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <comment>character</comment>
        <translation>usynlig mellomrom (null bredde)</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <comment>character</comment>
        <translation>usynlig skilletegn</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <comment>character</comment>
        <translation>usynlig bindetegn</translation>
    </message>
    <message>
        <source>line separator</source>
        <comment>character</comment>
        <translation>linjeskilletegn</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <comment>character</comment>
        <translation>usynlig BOM-tegn</translation>
    </message>
    <message>
        <source>variation selector</source>
        <comment>character</comment>
        <translation>variantvelger</translation>
    </message>
    <message>
        <source>accent without a letter</source>
        <comment>character</comment>
        <translation>aksent uten bokstav</translation>
    </message>
    <message>
        <source>unusual space</source>
        <comment>character</comment>
        <translation>uvanlig mellomrom</translation>
    </message>
    <message>
        <source>invisible formatting character</source>
        <comment>character</comment>
        <translation>usynlig formateringstegn</translation>
    </message>
    <message>
        <source>control character</source>
        <comment>character</comment>
        <translation>kontrolltegn</translation>
    </message>
    <message>
        <source>half a character</source>
        <comment>character</comment>
        <translation>et halvt tegn</translation>
    </message>
    <message>
        <source>unknown character</source>
        <comment>character</comment>
        <translation>ukjent tegn</translation>
    </message>
    <message>
        <source>%1, U+%2</source>
        <comment>name and code of a character</comment>
        <translation>%1, U+%2</translation>
    </message>
    <message>
        <source>%1, UTC%2</source>
        <comment>time zone, distance from UTC</comment>
        <translation>%1, UTC%2</translation>
    </message>
    <message>
        <source>The gateway sends it on %1 (%2).</source>
        <comment>day and time, zone</comment>
        <translation>Gatewayen sender den %1 (%2).</translation>
    </message>
    <message>
        <source>from the mailbox, sealed to another key</source>
        <translation>fra postkassen, forseglet til en annen nøkkel</translation>
    </message>
    <message>
        <source>The mailbox&apos;s answer was cut off. Nothing is lost: try again.</source>
        <translation>Svaret fra postkassen ble brutt. Ingenting er tapt: Prøv igjen.</translation>
    </message>
    <message>
        <source>An old answer came instead of the mailbox&apos;s own, probably from a cache. Turn off caching for the mailbox&apos;s address at the web host.</source>
        <translation>Det kom et gammelt svar i stedet for postkassens eget, trolig fra et mellomlager (cache). Slå av mellomlagring for postkassens adresse hos webhotellet.</translation>
    </message>
    <message>
        <source>The web host changes the mailbox&apos;s answers, perhaps by adding advertisements or checks to each page. Turn that off for the mailbox&apos;s address, or use another web host.</source>
        <translation>Webhotellet endrer svarene fra postkassen, kanskje ved å legge reklame eller kontroller på hver side. Slå det av for postkassens adresse, eller bruk et annet webhotell.</translation>
    </message>
    <message>
        <source>The mailbox cannot write to its folder at the web host, so it cannot store anything. Give PHP permission to write there, or free some space.</source>
        <translation>Postkassen får ikke skrive i mappen sin hos webhotellet og kan ikke lagre noe. Gi PHP tillatelse til å skrive der, eller frigjør plass.</translation>
    </message>
    <message>
        <source>PHP at the web host lacks its sodium extension, so nothing can be sealed. Turn it on in the web host&apos;s settings.</source>
        <translation>PHP hos webhotellet mangler utvidelsen sodium, så ingenting kan forsegles. Slå den på i innstillingene hos webhotellet.</translation>
    </message>
    <message>
        <source>The mailbox does not work (%1). Upload its file again.</source>
        <translation>Postkassen virker ikke (%1). Last opp filen på nytt.</translation>
    </message>
    <message>
        <source>The mailbox cannot be reached (%1). Check its address and the network; what has come in waits there.</source>
        <translation>Postkassen kan ikke nås (%1). Kontroller adressen og nettet. Det som har kommet inn, ligger der og venter.</translation>
    </message>
    <message>
        <source>There is no mailbox at that address: something else answered (%1). Give the whole address of the file that you uploaded, ending in postkasse.php.</source>
        <translation>Det er ingen postkasse på den adressen; noe annet svarte (%1). Oppgi hele adressen til filen du lastet opp. Den slutter på postkasse.php.</translation>
    </message>
    <message>
        <source>That address redirects to another one. Use that one instead: %1</source>
        <translation>Den adressen sender videre til en annen. Bruk den i stedet: %1</translation>
    </message>
    <message>
        <source>The mailbox at that address has another office&apos;s key. Upload the file that this Budstikke wrote, or load the key that belongs to the mailbox.</source>
        <translation>Postkassen på den adressen har et annet kontors nøkkel. Last opp filen som denne Budstikke har skrevet, eller hent inn nøkkelen som hører til den.</translation>
    </message>
    <message>
        <source>No mailbox is in use. Set one up first (budstikke-cli mailbox use URL).</source>
        <translation>Ingen postkasse er i bruk. Sett opp en først (budstikke-cli mailbox use URL).</translation>
    </message>
    <message>
        <source>This profile has no key for a mailbox yet. Create the mailbox&apos;s file first (budstikke-cli mailbox new), or load a key.</source>
        <translation>Denne profilen har ingen nøkkel til en postkasse ennå. Lag postkassens fil først (budstikke-cli mailbox new), eller hent inn en nøkkel.</translation>
    </message>
    <message>
        <source>Another mailbox is using the folder %1. Stop it, or choose another folder.</source>
        <translation>En annen postkasse bruker mappen %1. Stopp den, eller velg en annen mappe.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s address must begin with https:// so that nobody can eavesdrop: %1</source>
        <translation>Postkassens adresse må begynne med https:// slik at ingen kan avlytte forbindelsen: %1</translation>
    </message>
    <message>
        <source>“%1” is not an address like https://www.example.no/postkasse.php.</source>
        <translation>«%1» er ikke en adresse som https://www.example.no/postkasse.php.</translation>
    </message>
    <message>
        <source>“%1” does not contain the settings of a mailbox. Create them with budstikke-cli mailbox new --server -o FILE.</source>
        <translation>«%1» inneholder ikke innstillingene til en postkasse. Lag dem med budstikke-cli mailbox new --server -o FIL.</translation>
    </message>
    <message>
        <source>“%1” does not contain a mailbox&apos;s key. Choose the file that was saved with budstikke-cli mailbox key save.</source>
        <translation>«%1» inneholder ikke nøkkelen til en postkasse. Velg filen som ble lagret med budstikke-cli mailbox key save.</translation>
    </message>
    <message numerus="yes">
        <source>The mailbox&apos;s clock differs from this computer&apos;s by %n minute(s). Set the one that is wrong; until then the times of what comes in may be wrong.</source>
        <translation>
            <numerusform>Postkassens klokke og klokken her skiller seg med %Ln minutt. Still den som er feil; til da kan tidene for det som kommer inn, være feil.</numerusform>
            <numerusform>Postkassens klokke og klokken her skiller seg med %Ln minutter. Still den som er feil; til da kan tidene for det som kommer inn, være feil.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 there cannot make sure that what it stores survives a power cut. Choose PHP 8.1 or newer at the web host.</source>
        <translation>%1 der kan ikke sørge for at det som lagres, tåler et strømbrudd. Velg PHP 8.1 eller nyere hos webhotellet.</translation>
    </message>
    <message>
        <source>The web host takes at most %1 at a time, so larger MMS do not get through. Raise post_max_size to 16M there.</source>
        <translation>Webhotellet tar imot høyst %1 om gangen, så større MMS kommer ikke gjennom. Hev post_max_size til 16M der.</translation>
    </message>
    <message>
        <source>The mailbox is full, so the gateway keeps what it could not deliver. It is emptied as soon as Budstikke reaches it; then use the gateway&apos;s restart link.</source>
        <translation>Postkassen er full, så gatewayen beholder det den ikke fikk levert. Den tømmes så snart Budstikke når den; bruk da gatewayens omstartslenke.</translation>
    </message>
    <message>
        <source>The mailbox could not be emptied, so replies such as STOPP may be missing here: %1</source>
        <translation>Postkassen kunne ikke tømmes, så svar som STOPP kan mangle her: %1</translation>
    </message>
    <message numerus="yes">
        <source>Each row is its own message: %n go to a number that another row has too.</source>
        <translation>
            <numerusform>Hver rad er sin egen melding: %Ln går til et nummer som også står i en annen rad.</numerusform>
            <numerusform>Hver rad er sin egen melding: %Ln går til numre som også står i andre rader.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the rows skipped as duplicates would have had a text of their own.</source>
        <translation>
            <numerusform>%Ln av radene som er utelatt som duplikat, ville hatt en egen tekst.</numerusform>
            <numerusform>%Ln av radene som er utelatt som duplikater, ville hatt en egen tekst.</numerusform>
        </translation>
    </message>
    <message>
        <source>A row read as %1: “%2”</source>
        <comment>encoding, row</comment>
        <translation>En rad lest som %1: «%2»</translation>
    </message>
    <message>
        <source>Some cells are merged over several rows; only the first of the rows has their value.</source>
        <translation>Noen celler er slått sammen over flere rader. Bare den første av radene har verdien.</translation>
    </message>
    <message>
        <source>The file&apos;s text is cut off or damaged (UTF-16). Save or export the list again.</source>
        <translation>Teksten i filen er avkortet eller skadet (UTF-16). Lagre eller eksporter listen på nytt.</translation>
    </message>
    <message>
        <source>; “%1” was read of the sheets %2</source>
        <comment>continues: the file has the columns …</comment>
        <translation>; arket «%1» er lest, og filen har arkene %2</translation>
    </message>
    <message>
        <source>There is no column “%1”. The file has the columns %2.</source>
        <translation>Det finnes ingen kolonne «%1». Filen har kolonnene %2.</translation>
    </message>
    <message>
        <source>No recipient has %1. Remove it, or give a default: {name|customer}.</source>
        <translation>Ingen mottaker har %1. Fjern feltet, eller oppgi en reserveverdi: {navn|kunde}.</translation>
    </message>
    <message>
        <source>There is no %1. The fields are {%2}.</source>
        <comment>field of a text, those that there are</comment>
        <translation>%1 finnes ikke. Feltene er {%2}.</translation>
    </message>
    <message>
        <source>a landline</source>
        <comment>left out</comment>
        <translation>fasttelefon</translation>
    </message>
    <message>
        <source>you removed this one</source>
        <comment>left out</comment>
        <translation>fjernet av deg</translation>
    </message>
    <message>
        <source>The gateway has not answered since %1; still waiting.</source>
        <translation>Gatewayen har ikke svart siden kl. %1; venter fortsatt.</translation>
    </message>
    <message>
        <source>No connection with the gateway since %1: %2.</source>
        <translation>Ingen forbindelse med gatewayen siden kl. %1: %2.</translation>
    </message>
    <message>
        <source>No answer from the gateway since %1: %2.</source>
        <translation>Gatewayen har ikke svart siden kl. %1: %2.</translation>
    </message>
    <message>
        <source>Since %1 something other than the gateway has answered at its address: %2. Check the address in the account&apos;s settings.</source>
        <translation>Siden kl. %1 har noe annet enn gatewayen svart på adressen: %2. Kontroller adressen i innstillingene for kontoen.</translation>
    </message>
    <message>
        <source>%1 Next try in %2 s.</source>
        <comment>a sentence, seconds</comment>
        <translation>%1 Neste forsøk om %2 s.</translation>
    </message>
    <message>
        <source>Gateway not contacted yet</source>
        <translation>Gatewayen er ikke kontaktet ennå</translation>
    </message>
    <message>
        <source>Gateway reached %1</source>
        <comment>time of day</comment>
        <translation>Gatewayen svarte kl. %1</translation>
    </message>
    <message>
        <source>Waiting for the gateway since %1</source>
        <translation>Venter på gatewayen siden kl. %1</translation>
    </message>
    <message>
        <source>No connection since %1, next try in %2 s</source>
        <translation>Ingen forbindelse siden kl. %1, nytt forsøk om %2 s</translation>
    </message>
    <message>
        <source>No connection since %1</source>
        <translation>Ingen forbindelse siden kl. %1</translation>
    </message>
    <message>
        <source>No answer since %1</source>
        <translation>Ikke noe svar siden kl. %1</translation>
    </message>
    <message>
        <source>Something other than the gateway has answered since %1, next try in %2 s</source>
        <translation>Noe annet enn gatewayen har svart siden kl. %1, nytt forsøk om %2 s</translation>
    </message>
    <message>
        <source>Something other than the gateway has answered since %1</source>
        <translation>Noe annet enn gatewayen har svart siden kl. %1</translation>
    </message>
    <message>
        <source>Time changed; it was %1</source>
        <translation>Tidspunkt endret; det var %1</translation>
    </message>
    <message>
        <source>Renamed; it was called “%1”</source>
        <translation>Gitt nytt navn; het «%1»</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>recipients</comment>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>recipients</comment>
        <translation>Underveis</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>recipients</comment>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>Uncertain</source>
        <comment>recipients</comment>
        <translation>Usikker</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <comment>recipients</comment>
        <translation>Duplikater</translation>
    </message>
    <message>
        <source>Held back</source>
        <comment>recipients</comment>
        <translation>Holdt tilbake</translation>
    </message>
    <message>
        <source>No confirmation</source>
        <comment>recipients</comment>
        <translation>Ingen bekreftelse</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>recipients</comment>
        <translation>Avbrutt</translation>
    </message>
    <message numerus="yes">
        <source>%n delivered</source>
        <translation>
            <numerusform>%Ln levert</numerusform>
            <numerusform>%Ln levert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%Ln underveis</numerusform>
            <numerusform>%Ln underveis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%Ln mislykket</numerusform>
            <numerusform>%Ln mislykket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n uncertain</source>
        <translation>
            <numerusform>%Ln usikker</numerusform>
            <numerusform>%Ln usikre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%Ln duplikat</numerusform>
            <numerusform>%Ln duplikater</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%Ln holdt tilbake</numerusform>
            <numerusform>%Ln holdt tilbake</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without confirmation</source>
        <translation>
            <numerusform>%Ln uten bekreftelse</numerusform>
            <numerusform>%Ln uten bekreftelse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%Ln avbrutt</numerusform>
            <numerusform>%Ln avbrutt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>campaign state, time</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, next %3</source>
        <comment>campaign state, every week, time</comment>
        <translation>%1: %2, neste gang %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>campaign state, every week</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>under ett minutt igjen</translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>ca. %Ln min igjen</numerusform>
            <numerusform>ca. %Ln min igjen</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>ca. %1 t %2 min igjen</translation>
    </message>
    <message>
        <source>service ID</source>
        <translation>service-ID</translation>
    </message>
    <message>
        <source>gateway address</source>
        <translation>gatewayens adresse</translation>
    </message>
    <message>
        <source>how to sign in</source>
        <translation>innloggingsmåte</translation>
    </message>
    <message>
        <source>kind of request</source>
        <translation>type forespørsel</translation>
    </message>
    <message>
        <source>senders</source>
        <translation>avsendere</translation>
    </message>
    <message>
        <source>allowed countries</source>
        <translation>tillatte land</translation>
    </message>
    <message>
        <source>max. SMS per day</source>
        <translation>maks. SMS per døgn</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>stilletid</translation>
    </message>
    <message>
        <source>when texts are deleted</source>
        <translation>når tekster slettes</translation>
    </message>
    <message>
        <source>when the log is deleted</source>
        <translation>når loggen slettes</translation>
    </message>
    <message>
        <source>whether the receiver is on</source>
        <translation>om mottaket er på</translation>
    </message>
    <message>
        <source>the receiver&apos;s address</source>
        <translation>mottakets adresse</translation>
    </message>
    <message>
        <source>the receiver&apos;s port</source>
        <translation>mottakets port</translation>
    </message>
    <message>
        <source>the receiver&apos;s public address</source>
        <translation>mottakets offentlige adresse</translation>
    </message>
    <message>
        <source>the receiver&apos;s allowed addresses</source>
        <translation>mottakets tillatte adresser</translation>
    </message>
    <message>
        <source>the receiver&apos;s trusted proxies</source>
        <translation>mottakets betrodde proxyer</translation>
    </message>
    <message>
        <source>the receiver&apos;s certificate</source>
        <translation>mottakets sertifikat</translation>
    </message>
    <message>
        <source>the certificate&apos;s key</source>
        <translation>sertifikatets nøkkel</translation>
    </message>
    <message>
        <source>the mailbox&apos;s address</source>
        <translation>postkassens adresse</translation>
    </message>
    <message>
        <source>Set by your administrator and locked on this computer: %1.</source>
        <translation>Bestemt av administratoren og låst på denne maskinen: %1.</translation>
    </message>
    <message>
        <source>Your administrator&apos;s settings for this computer have an entry that cannot be understood: %1. Nothing is sent or changed until it has been corrected.</source>
        <translation>Administratorens innstillinger for denne maskinen har en oppføring som ikke kan forstås: %1. Ingenting blir sendt eller endret før den er rettet.</translation>
    </message>
    <message>
        <source>this computer lacks TLS; install Budstikke, or OpenSSL, again</source>
        <comment>connection</comment>
        <translation>maskinen mangler TLS; installer Budstikke eller OpenSSL på nytt</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing, so nothing can be stored. Install Budstikke again, or on Debian and Ubuntu the package libqt6sql6-sqlite.</source>
        <translation>Qts driver for SQLite mangler, så ingenting kan lagres. Installer Budstikke på nytt, eller pakken libqt6sql6-sqlite på Debian og Ubuntu.</translation>
    </message>
    <message>
        <source>Paused by log-off, shutdown or a closed terminal. Resume when you are ready.</source>
        <translation>Satt på pause av utlogging, avslutning av maskinen eller et lukket terminalvindu. Fortsett når du er klar.</translation>
    </message>
    <message>
        <source>Only a workbook has sheets, and this file is none. Leave out the sheet&apos;s name.</source>
        <translation>Bare en arbeidsbok har ark, og denne filen er ingen arbeidsbok. Utelat arkets navn.</translation>
    </message>
    <message>
        <source>%1 is not an allowed country (Settings → Sending)</source>
        <comment>left out</comment>
        <translation>%1 er ikke et tillatt land (Innstillinger → Sending)</translation>
    </message>
    <message>
        <source>There is no contact group “%1”. Check its name.</source>
        <translation>Det finnes ingen kontaktgruppe «%1». Kontroller navnet.</translation>
    </message>
    <message>
        <source>Nothing is stored about %1. Check the number.</source>
        <translation>Ingenting er lagret om %1. Kontroller nummeret.</translation>
    </message>
    <message>
        <source>There are no contacts yet. Import or add some first.</source>
        <translation>Det finnes ingen kontakter ennå. Importer eller legg til noen først.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1). Check its name and your permissions.</source>
        <translation>Filen kan ikke leses (%1). Kontroller navnet og tilgangen din.</translation>
    </message>
    <message>
        <source>“%1” cannot be restored: it is damaged, or no backup of Budstikke. Choose another backup; nothing was changed.</source>
        <translation>«%1» kan ikke gjenopprettes: Filen er skadet, eller er ingen sikkerhetskopi fra Budstikke. Velg en annen; ingenting er endret.</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or holds no certificate in PEM form.</source>
        <translation>«%1» kan ikke leses, eller inneholder ikke noe sertifikat i PEM-format.</translation>
    </message>
    <message>
        <source>“%1” cannot be read, or holds no private key in PEM form without a passphrase.</source>
        <translation>«%1» kan ikke leses, eller inneholder ingen privat nøkkel i PEM-format uten passord.</translation>
    </message>
    <message>
        <source>The key “%1” does not belong to the certificate, so nobody could connect. Choose the two files that were made together.</source>
        <translation>Nøkkelen «%1» hører ikke til sertifikatet, så ingen kunne koblet seg til. Velg de to filene som ble laget sammen.</translation>
    </message>
    <message>
        <source>“%1” is no ordinary file, or one of the profile&apos;s own. Choose another name.</source>
        <translation>«%1» er ikke en vanlig fil, eller er en av profilens egne. Velg et annet navn.</translation>
    </message>
    <message>
        <source>The gateway has not answered at the account&apos;s address since the program started, so nothing more is sent there. Check the address in the account&apos;s settings, decide on the uncertain messages, then resume.</source>
        <translation>Gatewayen har ikke svart på adressen til kontoen siden programmet startet, så mer blir ikke sendt dit. Kontroller adressen i kontoinnstillingene, avgjør de usikre meldingene, og fortsett.</translation>
    </message>
    <message>
        <source>The gateway has not answered at %1 since the program started, so nothing more is sent there. Check the address in the account&apos;s settings, decide on the uncertain messages, then resume.</source>
        <translation>Gatewayen har ikke svart på %1 siden programmet startet, så mer blir ikke sendt dit. Kontroller adressen i kontoinnstillingene, avgjør de usikre meldingene, og fortsett.</translation>
    </message>
    <message>
        <source>What is at the gateway&apos;s address rejected the request without the gateway&apos;s own words. Check the address in the account&apos;s settings, then resume.</source>
        <translation>Det som svarer på adressen til gatewayen, avviste forespørselen uten gatewayens egne ord. Kontroller adressen i kontoinnstillingene, og fortsett.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and try again; until then nothing is sent.</source>
        <translation>Disken er full. Frigjør plass og prøv igjen; ingenting blir sendt før det.</translation>
    </message>
    <message>
        <source>The gateway says that it already has this message. Decide: treat as sent, or send again.</source>
        <translation>Gatewayen sier at den allerede har denne meldingen. Avgjør: regn som sendt, eller send på nytt.</translation>
    </message>
    <message>
        <source>The group was sent this same text in the last 24 hours.</source>
        <translation>Gruppen har fått nøyaktig denne teksten det siste døgnet.</translation>
    </message>
    <message>
        <source>No recipient has %1: everyone gets the default.</source>
        <translation>Ingen mottakere har %1: Alle får reserveverdien.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln ikke sendt ennå</numerusform>
            <numerusform>%Ln ikke sendt ennå</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 SMS sent</source>
        <translation>%1 av %2 SMS sendt</translation>
    </message>
    <message>
        <source>%1 SMS</source>
        <comment>how many</comment>
        <translation>%1 SMS</translation>
    </message>
    <message>
        <source>about %1 kr</source>
        <translation>ca. %1 kr</translation>
    </message>
</context>
<context>
    <name>engine::Country</name>
    <message>
        <source>Norway</source>
        <translation>Norge</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Sverige</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Danmark</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finland</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Island</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Færøyene</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Grønland</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Åland</translation>
    </message>
    <message>
        <source>Svalbard and Jan Mayen</source>
        <translation>Svalbard og Jan Mayen</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albania</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Østerrike</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgia</translation>
    </message>
    <message>
        <source>Bosnia and Herzegovina</source>
        <translation>Bosnia-Hercegovina</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgaria</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Kroatia</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Kypros</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tsjekkia</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankrike</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Tyskland</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Hellas</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Man</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Latvia</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxembourg</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldova</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Nederland</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Nord-Makedonia</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Romania</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Russland</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbia</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slovakia</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slovenia</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spania</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Sveits</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>Tyrkia</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraina</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Storbritannia</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Vatikanstaten</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algerie</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentina</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenia</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Aserbajdsjan</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesh</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasil</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Kambodsja</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Kamerun</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Kina</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombia</translation>
    </message>
    <message>
        <source>Congo (Kinshasa)</source>
        <translation>Kongo (Kinshasa)</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Cuba</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Egypt</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Etiopia</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgia</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hongkong</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordan</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kasakhstan</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenya</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Sør-Korea</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Libanon</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libya</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexico</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marokko</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Myanmar</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>New Zealand</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Palestine</source>
        <translation>Palestina</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Filippinene</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Qatar</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabia</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Sør-Afrika</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syria</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tanzania</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thailand</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunisia</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>De forente arabiske emirater</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>USA</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Jemen</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Zambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Zimbabwe</translation>
    </message>
</context>
<context>
    <name>gui::AccountSection</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (i bruk)</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (ny)</translation>
    </message>
    <message>
        <source>The demo account sends nothing. Press New… to set up your own account.</source>
        <translation>Demokontoen sender ingenting. Trykk Ny … for å sette opp din egen konto.</translation>
    </message>
    <message>
        <source>With GET the password is part of the address, where proxies may log it, and it is harder to prove that an uncertain message was not sent. Characters outside Latin-1 are sent as UTF-8.</source>
        <translation>Med GET er passordet en del av adressen, der proxyer kan logge det, og det er vanskeligere å avgjøre om en usikker melding ble sendt. Tegn utenfor Latin-1 sendes som UTF-8.</translation>
    </message>
    <message>
        <source>The password is never part of an address, and all characters can be sent.</source>
        <translation>Passordet er aldri en del av adressen, og alle tegn kan sendes.</translation>
    </message>
    <message>
        <source>One imported, trusted in addition to the system&apos;s.</source>
        <translation>Én importert, i tillegg til systemets.</translation>
    </message>
    <message>
        <source>None (system certificates only).</source>
        <translation>Ingen (bare systemets).</translation>
    </message>
    <message>
        <source>This account is in use.</source>
        <translation>Denne kontoen er i bruk.</translation>
    </message>
    <message>
        <source>Another account is in use.</source>
        <translation>En annen konto er i bruk.</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Ikke lagret ennå.</translation>
    </message>
    <message>
        <source>The account has it.</source>
        <translation>Kontoen har den.</translation>
    </message>
    <message>
        <source>Unknown.</source>
        <translation>Ikke kjent.</translation>
    </message>
    <message>
        <source>The service ID is the number that Front gave you, digits only.</source>
        <translation>Service-ID-en er nummeret du har fått av Front, bare sifre.</translation>
    </message>
    <message>
        <source>The new sender cannot be used; see the note next to the field.</source>
        <translation>Den nye avsenderen kan ikke brukes; se forklaringen ved feltet.</translation>
    </message>
    <message>
        <source>A manual proxy needs its address.</source>
        <translation>En manuell proxy må ha en adresse.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Lagret.</translation>
    </message>
    <message>
        <source>Contacting the gateway…</source>
        <translation>Kontakter gatewayen …</translation>
    </message>
    <message>
        <source>This account is used from now on.</source>
        <translation>Denne kontoen brukes fra nå av.</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Ny konto</translation>
    </message>
    <message>
        <source>Name for this account:</source>
        <translation>Navn på kontoen:</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Opprett</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>There is already an account called “%1”.</source>
        <translation>Det finnes allerede en konto som heter «%1».</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Gi kontoen nytt navn</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt navn</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>Navnet er endret.</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Fjern kontoen</translation>
    </message>
    <message>
        <source>“%1” and its password are removed from this computer. Its campaigns stay in the log; messages still waiting in them cannot be sent.</source>
        <translation>«%1» og passordet fjernes fra denne maskinen. Utsendelsene blir stående i loggen; meldinger som fortsatt venter, kan ikke sendes.</translation>
    </message>
    <message>
        <source>Don&apos;t remove</source>
        <translation>Ikke fjern</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Fjernet.</translation>
    </message>
    <message>
        <source>Import a certificate authority</source>
        <translation>Importer en sertifikatutsteder</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Sertifikater (*.pem *.crt *.cer);;Alle filer (*)</translation>
    </message>
    <message>
        <source>The file contains no certificate in PEM format.</source>
        <translation>Filen inneholder ikke noe sertifikat i PEM-format.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>This computer&apos;s IP address</source>
        <translation>Denne maskinens IP-adresse</translation>
    </message>
    <message>
        <source>JSON (recommended)</source>
        <translation>JSON (anbefalt)</translation>
    </message>
    <message>
        <source>GET</source>
        <translation>GET</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>Systemets</translation>
    </message>
    <message>
        <source>None</source>
        <comment>proxy</comment>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Manual</source>
        <comment>proxy</comment>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Stored in the system&apos;s keyring; leave empty to keep it</source>
        <translation>Lagret i systemets nøkkelring; la feltet stå tomt for å beholde det</translation>
    </message>
    <message>
        <source>Our account</source>
        <translation>Vår konto</translation>
    </message>
</context>
<context>
    <name>gui::Application</name>
    <message>
        <source>%1 is already receiving messages for this profile. Stop it and receive in this window instead?</source>
        <translation>%1 tar allerede imot meldinger for denne profilen. Vil du stoppe det og ta imot i dette vinduet i stedet?</translation>
    </message>
    <message>
        <source>Receive here</source>
        <translation>Ta imot her</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ikke nå</translation>
    </message>
    <message numerus="yes">
        <source>The backup is restored. %n messages are held until you release them.</source>
        <translation>
            <numerusform>Sikkerhetskopien er gjenopprettet. %Ln melding holdes tilbake til du frigir den.</numerusform>
            <numerusform>Sikkerhetskopien er gjenopprettet. %Ln meldinger holdes tilbake til du frigir dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>The newest backup was made on %1. The current database is kept as well. Nothing is sent automatically: messages that were waiting are held until you release them.</source>
        <translation>Den nyeste sikkerhetskopien er fra %1. Den nåværende databasen beholdes også. Ingenting sendes automatisk: Meldinger som sto i kø, holdes tilbake til du frigir dem.</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Gjenopprett denne sikkerhetskopien</translation>
    </message>
</context>
<context>
    <name>gui::BackupSection</name>
    <message>
        <source>Restore from a file</source>
        <translation>Gjenopprett fra fil</translation>
    </message>
    <message>
        <source>Backups (*.sqlite);;All files (*)</source>
        <translation>Sikkerhetskopier (*.sqlite);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sikkerhetskopi</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No nightly backup yet. The first one is made while the program is open.</source>
        <translation>Ingen nattlig sikkerhetskopi ennå. Den første lages mens programmet er åpent.</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>Sikkerhetskopier til fil</translation>
    </message>
    <message>
        <source>Writing the backup…</source>
        <translation>Skriver sikkerhetskopien …</translation>
    </message>
    <message>
        <source>The backup was saved as %1.</source>
        <translation>Sikkerhetskopien er lagret som %1.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Gjenopprett en sikkerhetskopi</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Gjenopprett</translation>
    </message>
    <message>
        <source>Don&apos;t restore</source>
        <translation>Ikke gjenopprett</translation>
    </message>
    <message>
        <source>Contacts and saved texts are restored to the time of the backup. Replies, opt-outs and what has been sent since then are kept, and so is the current database. Nothing is sent automatically: messages that were waiting are held until you release them.</source>
        <translation>Kontakter og lagrede tekster gjenopprettes slik de var da kopien ble laget. Svar, avmeldinger og det som er sendt siden, beholdes, og den nåværende databasen også. Ingenting sendes automatisk: Meldinger som sto i kø, holdes tilbake til du frigir dem.</translation>
    </message>
    <message>
        <source>The mailbox&apos;s key is not in it: save a copy of that too, under Receiving.</source>
        <translation>Nøkkelen til postkassen er ikke med: Lagre en kopi av den også, under Mottak.</translation>
    </message>
</context>
<context>
    <name>gui::Banners</name>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>button</comment>
        <translation>Innstillinger</translation>
    </message>
    <message>
        <source>%1 Until then nothing is sent, and incoming messages wait in the gateway&apos;s queue.</source>
        <translation>%1 Inntil da sendes ingenting, og innkommende meldinger venter i køen hos gatewayen.</translation>
    </message>
    <message>
        <source>Saving works again. The gateway&apos;s queue may have stopped: use the restart link in the e-mail to your contact person to receive what is missing.</source>
        <translation>Lagringen virker igjen. Køen hos gatewayen kan ha stoppet. Bruk omstartslenken i e-posten til kontaktpersonen for å få inn det som mangler.</translation>
    </message>
    <message>
        <source>The receiver is off, so no statuses or replies arrive. %1</source>
        <translation>Mottaket er av, så statuser og svar kommer ikke inn. %1</translation>
    </message>
    <message>
        <source>No keyring is available, so you will be asked for the password each time the program starts.</source>
        <translation>Det finnes ingen nøkkelring, så du blir spurt om passordet hver gang programmet starter.</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Gjenopprett en sikkerhetskopi …</translation>
    </message>
    <message>
        <source>The database is damaged. It can be read, but nothing is sent or stored until you restore a backup; incoming messages wait in the gateway&apos;s queue.</source>
        <translation>Databasen er skadet. Den kan leses, men ingenting sendes eller lagres før du gjenoppretter en sikkerhetskopi. Innkommende meldinger venter i køen hos gatewayen.</translation>
    </message>
    <message>
        <source>See the campaigns</source>
        <translation>Vis utsendelsene</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are held back. %1</source>
        <translation>
            <numerusform>%Ln melding holdes tilbake. %1</numerusform>
            <numerusform>%Ln meldinger holdes tilbake. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>Klokken er riktig</translation>
    </message>
    <message>
        <source>The mailbox is not being emptied, so statuses and replies are missing here. %1</source>
        <translation>Postkassen blir ikke tømt, så statuser og svar mangler her. %1</translation>
    </message>
    <message>
        <source>Nothing had been fetched from the mailbox since %1. What has come in since then is being fetched now. Open Budstikke at least every two weeks, so that no reply is overlooked.</source>
        <translation>Ingenting var hentet fra postkassen siden %1. Det som har kommet siden da, hentes nå. Åpne Budstikke minst annenhver uke, så ingen svar blir oversett.</translation>
    </message>
</context>
<context>
    <name>gui::CampaignActions</name>
    <message>
        <source>Cancel the campaign</source>
        <translation>Avbryt utsendelsen</translation>
    </message>
    <message>
        <source>The remaining messages will not be sent. Messages already sent cannot be recalled.</source>
        <translation>Resten av meldingene blir ikke sendt. Det som er sendt, kan ikke trekkes tilbake.</translation>
    </message>
    <message>
        <source>Don&apos;t cancel</source>
        <translation>Ikke avbryt</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Send mislykkede på nytt</translation>
    </message>
    <message numerus="yes">
        <source>%n messages will be queued again. Press Resume to send them.</source>
        <translation>
            <numerusform>%Ln melding legges i kø på nytt. Trykk Fortsett for å sende den.</numerusform>
            <numerusform>%Ln meldinger legges i kø på nytt. Trykk Fortsett for å sende dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>Legg i kø på nytt</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ikke nå</translation>
    </message>
    <message>
        <source>Export the recipients</source>
        <translation>Eksporter mottakerne</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv)</source>
        <translation>Regneark (*.xlsx *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients were saved to %1</source>
        <translation>
            <numerusform>%Ln mottaker er lagret i %1</numerusform>
            <numerusform>%Ln mottakere er lagret i %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>Rapport som PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The report was saved to %1</source>
        <translation>Rapporten er lagret i %1</translation>
    </message>
    <message>
        <source>Rename the campaign</source>
        <translation>Gi utsendelsen nytt navn</translation>
    </message>
    <message>
        <source>Name of the campaign</source>
        <translation>Navn på utsendelsen</translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns were archived. Choose “Archived” above the list to see them.</source>
        <translation>
            <numerusform>%Ln utsendelse er arkivert. Velg «Arkivert» over listen for å se den.</numerusform>
            <numerusform>%Ln utsendelser er arkivert. Velg «Arkivert» over listen for å se dem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns were taken out of the archive.</source>
        <translation>
            <numerusform>%Ln utsendelse er hentet frem fra arkivet.</numerusform>
            <numerusform>%Ln utsendelser er hentet frem fra arkivet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt navn</translation>
    </message>
</context>
<context>
    <name>gui::CampaignPage</name>
    <message>
        <source>from %1</source>
        <translation>fra %1</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>startet %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln mottaker</numerusform>
            <numerusform>%Ln mottakere</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Sett på pause</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Frigi</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsett</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <comment>when, what was done, by whom</comment>
        <translation>%1   %2   %3</translation>
    </message>
    <message numerus="yes">
        <source>History (%n)</source>
        <translation>
            <numerusform>Historikk (%Ln)</numerusform>
            <numerusform>Historikk (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recipients may have received the message twice: %1. Two statuses with different IDs arrived for one message. Tell Front if it happens again.</source>
        <translation>
            <numerusform>%Ln mottaker kan ha fått meldingen to ganger: %1. To statuser med forskjellig ID kom inn for én melding. Si fra til Front hvis det skjer igjen.</numerusform>
            <numerusform>%Ln mottakere kan ha fått meldingen to ganger: %1. To statuser med forskjellig ID kom inn for én melding. Si fra til Front hvis det skjer igjen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This campaign was due to start on %1 but could not. Send it now or skip it?</source>
        <translation>Utsendelsen skulle ha startet %1, men det gikk ikke. Vil du sende den nå eller hoppe over?</translation>
    </message>
    <message>
        <source>&amp;Report as PDF…</source>
        <translation>&amp;Rapport som PDF …</translation>
    </message>
    <message>
        <source>R&amp;ecipients as Excel or CSV…</source>
        <translation>&amp;Mottakere som Excel eller CSV …</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>Send nå</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Hopp over</translation>
    </message>
    <message>
        <source>Account settings</source>
        <translation>Kontoinnstillinger</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Rett og send på nytt</translation>
    </message>
    <message>
        <source>Go on at %1</source>
        <comment>time of day</comment>
        <translation>Fortsett kl. %1</translation>
    </message>
    <message>
        <source>The quiet hours have begun. The rest is sent by itself from %1.</source>
        <translation>Stilletiden har begynt. Resten sendes av seg selv fra %1.</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detaljer …</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>Hent frem fra &amp;arkivet</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Arkiver</translation>
    </message>
    <message>
        <source>&amp;Pause the series</source>
        <translation>Sett serien på &amp;pause</translation>
    </message>
    <message>
        <source>R&amp;esume the series</source>
        <translation>&amp;Fortsett serien</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Gi nytt navn …</translation>
    </message>
    <message>
        <source>Change the &amp;time…</source>
        <translation>Endre &amp;tidspunktet …</translation>
    </message>
    <message>
        <source>S&amp;kip the next time</source>
        <translation>&amp;Hopp over neste gang</translation>
    </message>
    <message>
        <source>&amp;Send now…</source>
        <translation>&amp;Send nå …</translation>
    </message>
</context>
<context>
    <name>gui::CampaignReport</name>
    <message>
        <source>from %1</source>
        <comment>sender</comment>
        <translation>fra %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recipients</source>
        <translation>
            <numerusform>%Ln mottaker</numerusform>
            <numerusform>%Ln mottakere</numerusform>
        </translation>
    </message>
    <message>
        <source>Created %1</source>
        <comment>time</comment>
        <translation>Opprettet %1</translation>
    </message>
    <message>
        <source>Planned for %1</source>
        <comment>time</comment>
        <translation>Planlagt til %1</translation>
    </message>
    <message>
        <source>Started %1</source>
        <comment>time</comment>
        <translation>Startet %1</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <comment>time</comment>
        <translation>Avsluttet %1</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>of a message</comment>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historikk</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <comment>when, what was done, by whom</comment>
        <translation>%1   %2   %3</translation>
    </message>
    <message>
        <source>Budstikke, %1</source>
        <comment>time of the report</comment>
        <translation>Budstikke, %1</translation>
    </message>
</context>
<context>
    <name>gui::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <comment>page</comment>
        <translation>Utsendelser</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åpne</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Bruk på nytt</translation>
    </message>
    <message>
        <source>Export the recipients…</source>
        <translation>Eksporter mottakerne …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Gi nytt navn …</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Hent frem fra arkivet</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Arkiver</translation>
    </message>
    <message>
        <source>Here you will see every campaign, how far it has come and what was delivered.</source>
        <translation>Her ser du alle utsendelser, hvor langt de har kommet, og hva som er levert.</translation>
    </message>
    <message>
        <source>No matches. Try fewer words, or another filter.</source>
        <translation>Ingen treff. Prøv færre ord eller et annet filter.</translation>
    </message>
    <message>
        <source>All but the archived</source>
        <translation>Alle unntatt arkiverte</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Venter på deg</translation>
    </message>
    <message>
        <source>Under way</source>
        <comment>campaigns</comment>
        <translation>Underveis</translation>
    </message>
    <message>
        <source>Planned</source>
        <comment>campaigns</comment>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>campaigns</comment>
        <translation>Avsluttet</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>campaigns</comment>
        <translation>Arkivert</translation>
    </message>
</context>
<context>
    <name>gui::ChipMenu</name>
    <message>
        <source>&amp;Look inside…</source>
        <translation>&amp;Se hvem …</translation>
    </message>
    <message>
        <source>&amp;Columns…</source>
        <translation>&amp;Kolonner …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Fjern</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Endre …</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Gi navn …</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numre</translation>
    </message>
    <message>
        <source>One number a line. Change, add or remove some.</source>
        <translation>Ett nummer på hver linje. Endre, legg til eller fjern.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt navn</translation>
    </message>
    <message>
        <source>Name for these numbers</source>
        <translation>Navn på disse numrene</translation>
    </message>
</context>
<context>
    <name>gui::ContactActions</name>
    <message>
        <source>Another contact has this number already.</source>
        <translation>En annen kontakt har allerede dette nummeret.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Lagret: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were deleted.</source>
        <translation>
            <numerusform>%Ln kontakt ble slettet.</numerusform>
            <numerusform>%Ln kontakter ble slettet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No two contacts have the same name.</source>
        <translation>Ingen kontakter har samme navn.</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were merged into others.</source>
        <translation>
            <numerusform>%Ln kontakt ble slått sammen med en annen.</numerusform>
            <numerusform>%Ln kontakter ble slått sammen med andre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Slett alt om personen</translation>
    </message>
    <message>
        <source>Erase everything about %1?</source>
        <translation>Slette alt om %1?</translation>
    </message>
    <message>
        <source>The contact, every message to them, every reply from them and its files are erased. An opt-out remains in force, without the number. This cannot be undone.</source>
        <translation>Kontakten, alle meldinger til personen, alle svar fra personen og filene i dem slettes. En avmelding gjelder fortsatt, uten nummeret. Dette kan ikke angres.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Slett for godt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Everything about the person was erased.</source>
        <translation>Alt om personen er slettet.</translation>
    </message>
    <message>
        <source>Everything about the person was erased. Another program is reading the database: traces in its file are removed when it is done.</source>
        <translation>Alt om personen er slettet. Et annet program leser databasen: Rester i filen slettes når det andre programmet er ferdig.</translation>
    </message>
    <message>
        <source>Export the opt-outs</source>
        <translation>Eksporter avmeldte</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Eksporter kontakter</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Avmeldt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <comment>page</comment>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv)</source>
        <translation>Regneark (*.xlsx *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n rows were saved to %1</source>
        <translation>
            <numerusform>%Ln rad er lagret i %1</numerusform>
            <numerusform>%Ln rader er lagret i %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::ContactChanges</name>
    <message>
        <source>Undone.</source>
        <translation>Angret.</translation>
    </message>
    <message>
        <source>There is already a group called “%1”.</source>
        <translation>Det finnes allerede en gruppe som heter «%1».</translation>
    </message>
    <message>
        <source>A message to %1 is being sent right now. Try again when it has been sent.</source>
        <translation>En melding til %1 sendes akkurat nå. Prøv igjen når den er sendt.</translation>
    </message>
</context>
<context>
    <name>gui::ContactDialog</name>
    <message>
        <source>New contact</source>
        <translation>Ny kontakt</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>%1: plausible, but not in any known number range</source>
        <translation>%1: mulig, men ikke i noen kjent nummerserie</translation>
    </message>
</context>
<context>
    <name>gui::ContactsPage</name>
    <message>
        <source>Contacts</source>
        <comment>page</comment>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>All (%1)</source>
        <translation>Alle (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, its contacts</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Opted out</source>
        <translation>Avmeldt</translation>
    </message>
    <message>
        <source>&amp;Add number…</source>
        <translation>&amp;Legg til nummer …</translation>
    </message>
    <message>
        <source>&amp;New contact…</source>
        <translation>&amp;Ny kontakt …</translation>
    </message>
    <message>
        <source>&amp;Remove from the list…</source>
        <translation>&amp;Fjern fra listen …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Slett</translation>
    </message>
    <message numerus="yes">
        <source>%n opted out</source>
        <translation>
            <numerusform>%Ln avmeldt</numerusform>
            <numerusform>%Ln avmeldte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%Ln kontakt</numerusform>
            <numerusform>%Ln kontakter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>contacts, selected</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%Ln valgt</numerusform>
            <numerusform>%Ln valgt</numerusform>
        </translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Ingen treff.</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Meld av</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksporter …</translation>
    </message>
    <message>
        <source>Everything about this person…</source>
        <translation>Alt om denne personen …</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Slett alt om personen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>Importer en liste …</translation>
    </message>
    <message>
        <source>Merge these…</source>
        <translation>Slå sammen disse …</translation>
    </message>
    <message>
        <source>Merge duplicates…</source>
        <translation>Slå sammen duplikater …</translation>
    </message>
    <message>
        <source>This group is empty.</source>
        <translation>Gruppen er tom.</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Messages to and from this person</source>
        <translation>Meldinger til og fra denne personen</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Not opted out</source>
        <translation>Ikke avmeldt</translation>
    </message>
    <message>
        <source>Last message failed</source>
        <translation>Siste melding mislyktes</translation>
    </message>
    <message>
        <source>Last three failed</source>
        <translation>De tre siste mislyktes</translation>
    </message>
    <message>
        <source>Has %1</source>
        <comment>an own field</comment>
        <translation>Har %1</translation>
    </message>
    <message numerus="yes">
        <source>The last three messages to %n numbers have failed. Are they still in use?</source>
        <translation>
            <numerusform>De tre siste meldingene til %Ln nummer har mislyktes. Er det fortsatt i bruk?</numerusform>
            <numerusform>De tre siste meldingene til %Ln numre har mislyktes. Er de fortsatt i bruk?</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Vis dem</translation>
    </message>
</context>
<context>
    <name>gui::DecideDialog</name>
    <message>
        <source>Uncertain messages</source>
        <translation>Usikre meldinger</translation>
    </message>
    <message numerus="yes">
        <source>Your decision applies to the %n selected messages.</source>
        <translation>
            <numerusform>Avgjørelsen gjelder %Ln valgt melding.</numerusform>
            <numerusform>Avgjørelsen gjelder de %Ln valgte meldingene.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision applies to the whole request to the group “%1”; only the gateway knows its members.</source>
        <translation>Avgjørelsen gjelder hele forespørselen til gruppen «%1»; bare gatewayen vet hvem som er med i den.</translation>
    </message>
    <message>
        <source>Decide on duplicates</source>
        <translation>Avklar duplikater</translation>
    </message>
    <message>
        <source>The gateway did not send these messages: it had just received the same text for the same number. If that one came from you, the recipient has it.</source>
        <translation>Gatewayen sendte ikke disse meldingene: Den hadde nettopp fått samme tekst til samme nummer. Kom den andre fra dere, har mottakeren fått den.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikater</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>&amp;Send på nytt</translation>
    </message>
    <message>
        <source>They are queued and sent when you press Resume. Anyone who already has the message gets it twice, and you pay twice.</source>
        <translation>De legges i kø og sendes når du trykker Fortsett. De som allerede har fått meldingen, får den to ganger, og dere betaler to ganger.</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>&amp;Ikke nå</translation>
    </message>
    <message numerus="yes">
        <source>Your decision applies to all %n messages. Select rows to decide on only some of them.</source>
        <translation>
            <numerusform>Avgjørelsen gjelder %Ln melding.</numerusform>
            <numerusform>Avgjørelsen gjelder alle de %Ln meldingene. Velg rader for å avgjøre bare noen av dem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::DeliveryChart</name>
    <message>
        <source>No deliveries yet</source>
        <translation>Ingen leveringer ennå</translation>
    </message>
    <message>
        <source>Deliveries, %1 to %2</source>
        <translation>Leveringer, %1 til %2</translation>
    </message>
    <message>
        <source>From %1: %2 delivered.</source>
        <comment>time, number</comment>
        <translation>Fra %1: %2 levert.</translation>
    </message>
</context>
<context>
    <name>gui::DraftKeeper</name>
    <message>
        <source>&amp;New message (this one stays as a draft)</source>
        <translation>&amp;Ny melding (denne blir liggende som utkast)</translation>
    </message>
    <message>
        <source>&amp;Delete this draft</source>
        <translation>&amp;Slett dette utkastet</translation>
    </message>
    <message>
        <source>Pasted list</source>
        <comment>of recipients</comment>
        <translation>Innlimt liste</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <comment>a draft, when it was changed</comment>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>Drafts (%1) ▾</source>
        <translation>Utkast (%1) ▾</translation>
    </message>
    <message>
        <source>Drafts ▾</source>
        <translation>Utkast ▾</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Utkast</translation>
    </message>
    <message>
        <source>Unfinished messages. They are kept when Budstikke closes.</source>
        <translation>Påbegynte meldinger. De blir tatt vare på når Budstikke lukkes.</translation>
    </message>
</context>
<context>
    <name>gui::ExaminationView</name>
    <message>
        <source>Reading the recipients…</source>
        <translation>Leser mottakerne …</translation>
    </message>
    <message>
        <source>Finish the field “%1”: its name and }.</source>
        <translation>Skriv ferdig feltet «%1»: navnet og }.</translation>
    </message>
    <message>
        <source>Fill in the template&apos;s fields.</source>
        <translation>Fyll ut feltene i malen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Bytt ut</translation>
    </message>
    <message>
        <source>Replace the letters</source>
        <translation>Bytt ut bokstavene</translation>
    </message>
    <message numerus="yes">
        <source>Send as Unicode to those %n</source>
        <translation>
            <numerusform>Send som Unicode til %Ln mottaker</numerusform>
            <numerusform>Send som Unicode til de %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Send as Unicode</source>
        <translation>Send som Unicode</translation>
    </message>
    <message>
        <source>Skip them</source>
        <translation>Utelat dem</translation>
    </message>
    <message>
        <source>Choose the sheet…</source>
        <translation>Velg ark …</translation>
    </message>
    <message>
        <source>Choose the columns…</source>
        <translation>Velg kolonner …</translation>
    </message>
    <message>
        <source>See “From”.</source>
        <translation>Se «Fra».</translation>
    </message>
    <message>
        <source>The text needs Unicode.</source>
        <translation>Teksten krever Unicode.</translation>
    </message>
    <message>
        <source>The text has an unknown field.</source>
        <translation>Teksten har et ukjent felt.</translation>
    </message>
    <message>
        <source>The recipients cannot be read.</source>
        <translation>Mottakerne kan ikke leses.</translation>
    </message>
    <message>
        <source>See above what is missing.</source>
        <translation>Se ovenfor hva som mangler.</translation>
    </message>
</context>
<context>
    <name>gui::ExportProgress</name>
    <message>
        <source>Export</source>
        <translation>Eksport</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Skriver filen …</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%Ln rad</numerusform>
            <numerusform>%Ln rader</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 rows, %n seconds left</source>
        <translation>
            <numerusform>%1 av %2 rader, %Ln sekund igjen</numerusform>
            <numerusform>%1 av %2 rader, %Ln sekunder igjen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1%, %n seconds left</source>
        <translation>
            <numerusform>%1 %, %Ln sekund igjen</numerusform>
            <numerusform>%1 %, %Ln sekunder igjen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::FieldsButton</name>
    <message>
        <source>Fields ▾</source>
        <translation>Felt ▾</translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation>Sett inn felt</translation>
    </message>
    <message>
        <source>Insert a field: what each recipient&apos;s row or contact has in it stands in the message</source>
        <translation>Sett inn et felt: Det hver mottaker har i raden eller kontakten sin, kommer i meldingen</translation>
    </message>
</context>
<context>
    <name>gui::FirstRunSteps</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Steg %1 av %2</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Neste</translation>
    </message>
    <message>
        <source>The service ID is the number that Front gave you, digits only.</source>
        <translation>Service-ID-en er nummeret du har fått av Front, bare sifre.</translation>
    </message>
    <message>
        <source>Enter the password, or choose sign-in by this computer&apos;s IP address.</source>
        <translation>Skriv inn passordet, eller velg pålogging med denne maskinens IP-adresse.</translation>
    </message>
    <message>
        <source>The new sender cannot be used; see the note next to the field.</source>
        <translation>Den nye avsenderen kan ikke brukes; se forklaringen ved feltet.</translation>
    </message>
    <message>
        <source>Add at least one sender.</source>
        <translation>Legg til minst én avsender.</translation>
    </message>
    <message>
        <source>No keyring is available, so you will be asked for the password each time the program starts.</source>
        <translation>Det finnes ingen nøkkelring, så du blir spurt om passordet hver gang programmet starter.</translation>
    </message>
    <message>
        <source>Account saved.</source>
        <translation>Kontoen er lagret.</translation>
    </message>
    <message>
        <source>Contacting the gateway…</source>
        <translation>Kontakter gatewayen …</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>This computer&apos;s IP address</source>
        <translation>Denne maskinens IP-adresse</translation>
    </message>
</context>
<context>
    <name>gui::GroupActions</name>
    <message>
        <source>New group…</source>
        <translation>Ny gruppe …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Gi nytt navn …</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>Slett gruppen</translation>
    </message>
    <message>
        <source>Remove from “%1”</source>
        <translation>Fjern fra «%1»</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny gruppe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Gruppens navn</translation>
    </message>
    <message>
        <source>Group “%1” created.</source>
        <translation>Gruppen «%1» er opprettet.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Gi nytt navn</translation>
    </message>
    <message>
        <source>The group is now called “%1”.</source>
        <translation>Gruppen heter nå «%1».</translation>
    </message>
    <message>
        <source>Group “%1” was deleted; its contacts are kept.</source>
        <translation>Gruppen «%1» ble slettet; kontaktene i den beholdes.</translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were added to “%1”.</source>
        <translation>
            <numerusform>%Ln kontakt ble lagt til i «%1».</numerusform>
            <numerusform>%Ln kontakter ble lagt til i «%1».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts were removed from “%1”.</source>
        <translation>
            <numerusform>%Ln kontakt ble fjernet fra «%1».</numerusform>
            <numerusform>%Ln kontakter ble fjernet fra «%1».</numerusform>
        </translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Opprett</translation>
    </message>
</context>
<context>
    <name>gui::GroupChips</name>
    <message>
        <source>All %1</source>
        <comment>recipients</comment>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a group of recipients, how many</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gui::GroupsPick</name>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Ny gruppe</translation>
    </message>
</context>
<context>
    <name>gui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hjelp</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hjelpesider</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hjelpetekst</translation>
    </message>
    <message>
        <source>‹ &amp;Back</source>
        <translation>‹ &amp;Tilbake</translation>
    </message>
    <message>
        <source>The &amp;gateway&apos;s description</source>
        <translation>&amp;Gatewayens beskrivelse</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Søk i hjelpen</translation>
    </message>
    <message>
        <source>&amp;Collect for support…</source>
        <translation>&amp;Samle til brukerstøtte …</translation>
    </message>
    <message>
        <source>A text file about this computer and what went wrong, without texts, numbers or passwords</source>
        <translation>En tekstfil om denne maskinen og det som gikk galt, uten tekster, numre og passord</translation>
    </message>
    <message>
        <source>No page of the help has “%1”. Try another word.</source>
        <translation>Ingen side i hjelpen har «%1». Prøv et annet ord.</translation>
    </message>
</context>
<context>
    <name>gui::ImportWizard</name>
    <message>
        <source>Import contacts</source>
        <translation>Importer kontakter</translation>
    </message>
    <message>
        <source>New: %1. Changed: %2. Unchanged: %3. Skipped: %4.</source>
        <translation>Nye: %1. Endret: %2. Uendret: %3. Utelatt: %4.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n are shown.</source>
        <translation>
            <numerusform>Den første (%Ln) vises.</numerusform>
            <numerusform>De første %Ln vises.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Ingenting ble importert.</translation>
    </message>
    <message>
        <source>Undone: the contacts are as they were before.</source>
        <translation>Angret: Kontaktene er som før.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Avbrutt. Ingenting ble endret.</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>Hvilken fil?</translation>
    </message>
    <message>
        <source>What is in the columns of %1?</source>
        <translation>Hva står i kolonnene i %1?</translation>
    </message>
    <message>
        <source>Preview. You can correct unusable numbers here.</source>
        <translation>Forhåndsvisning. Ubrukelige numre kan rettes her.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Ferdig</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Velg en fil …</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Neste</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)</source>
        <translation>Lister (*.xlsx *.ods *.csv *.txt *.vcf);;Alle filer (*)</translation>
    </message>
</context>
<context>
    <name>gui::InboxActions</name>
    <message>
        <source>Save the file</source>
        <translation>Lagre filen</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Lagret som %1</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are missing (counters %1). The gateway may be holding them back: restart its queue as the help (F1) describes, or contact its support.</source>
        <translation>
            <numerusform>%Ln melding mangler (teller %1). Gatewayen kan holde den tilbake: Start køen på nytt slik hjelpen (F1) beskriver, eller kontakt kundestøtten.</numerusform>
            <numerusform>%Ln meldinger mangler (tellere %1). Gatewayen kan holde dem tilbake: Start køen på nytt slik hjelpen (F1) beskriver, eller kontakt kundestøtten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::InboxPage</name>
    <message>
        <source>Inbox</source>
        <comment>page</comment>
        <translation>Innboks</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A&amp;llow messages again</source>
        <translation>Ti&amp;llat SMS igjen</translation>
    </message>
    <message>
        <source>&amp;Opt out</source>
        <translation>&amp;Meld av</translation>
    </message>
    <message>
        <source>You cannot reply to a text sender.</source>
        <translation>Du kan ikke svare på en tekstavsender.</translation>
    </message>
    <message>
        <source>This person has opted out and cannot be sent messages.</source>
        <translation>Denne personen er avmeldt og kan ikke få meldinger.</translation>
    </message>
    <message>
        <source>This person has opted out. Have they asked to receive messages again?</source>
        <translation>Denne personen er avmeldt. Har vedkommende bedt om å få meldinger igjen?</translation>
    </message>
    <message>
        <source>Yes, allow messages</source>
        <translation>Ja, tillat SMS</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Skriv et svar</translation>
    </message>
    <message>
        <source>Sender of the reply</source>
        <translation>Avsender for svaret</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Skjul</translation>
    </message>
    <message>
        <source>Replies appear here. The gateway must be able to reach this computer; see the receiver settings.</source>
        <translation>Her kommer svarene. Da må gatewayen kunne nå denne maskinen; se innstillingene for mottak.</translation>
    </message>
    <message>
        <source>opted out: receives no messages</source>
        <translation>avmeldt: får ingen meldinger</translation>
    </message>
    <message>
        <source>Is this an opt-out? Budstikke cannot tell for sure.</source>
        <translation>Er dette en avmelding? Budstikke kan ikke avgjøre det sikkert.</translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Meld av</translation>
    </message>
    <message>
        <source>Not an opt-out</source>
        <translation>Ikke en avmelding</translation>
    </message>
    <message>
        <source>Move to the in&amp;box</source>
        <translation>Flytt til inn&amp;boksen</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>&amp;Arkiver</translation>
    </message>
    <message>
        <source>In the inbox</source>
        <translation>I innboksen</translation>
    </message>
    <message>
        <source>Archived</source>
        <comment>conversations</comment>
        <translation>Arkivert</translation>
    </message>
    <message>
        <source>No matches.</source>
        <translation>Ingen treff.</translation>
    </message>
    <message>
        <source>Nothing is archived.</source>
        <translation>Ingenting er arkivert.</translation>
    </message>
    <message>
        <source>Everything is archived.</source>
        <translation>Alt er arkivert.</translation>
    </message>
    <message>
        <source>“%1” is not known for this person. Write what it should say in place of the field.</source>
        <translation>«%1» er ikke kjent for denne personen. Skriv det som skal stå der, i stedet for feltet.</translation>
    </message>
</context>
<context>
    <name>gui::LanguageSection</name>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>appearance</comment>
        <translation>Lyst</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>appearance</comment>
        <translation>Mørkt</translation>
    </message>
    <message>
        <source>Misspelt words in a message get a wavy line. Right-click one for suggestions.</source>
        <translation>Feilstavede ord i en melding får en bølgestrek under seg. Høyreklikk på ordet for å få forslag.</translation>
    </message>
</context>
<context>
    <name>gui::Leaving</name>
    <message>
        <source>“%1” is being sent.</source>
        <translation>«%1» er i ferd med å sendes.</translation>
    </message>
    <message>
        <source>It will be paused before the program closes. Press Resume next time to continue; nobody gets the message twice.</source>
        <translation>Utsendelsen settes på pause før programmet lukkes. Trykk Fortsett neste gang for å fortsette; ingen får meldingen to ganger.</translation>
    </message>
    <message>
        <source>Pause and close</source>
        <translation>Sett på pause og lukk</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Ikke lukk</translation>
    </message>
    <message>
        <source>Keep receiving after the window is closed?</source>
        <translation>Vil du fortsette å ta imot når vinduet lukkes?</translation>
    </message>
    <message>
        <source>Budstikke will stay in the notification area. You will not be asked again.</source>
        <translation>Budstikke blir da liggende som et ikon ved klokken. Du blir ikke spurt igjen.</translation>
    </message>
    <message>
        <source>Keep receiving</source>
        <translation>Fortsett å ta imot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avslutt</translation>
    </message>
    <message>
        <source>“%1” starts at %2.</source>
        <translation>«%1» starter %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n campaigns start from this computer:</source>
        <translation>
            <numerusform>%Ln utsendelse starter fra denne maskinen:</numerusform>
            <numerusform>%Ln utsendelser starter fra denne maskinen:</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” at %2</source>
        <comment>campaign, time</comment>
        <translation>«%1» %2</translation>
    </message>
    <message>
        <source>Budstikke must be open at that time. What is missed starts late, or waits for your answer, the next time you open it.</source>
        <translation>Budstikke må være åpent da. Det som ikke kommer av gårde i tide, starter for sent eller venter på svar fra deg neste gang du åpner programmet.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Lukk likevel</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>La det være åpent</translation>
    </message>
</context>
<context>
    <name>gui::ListDialog</name>
    <message>
        <source>Read the list</source>
        <translation>Les listen</translation>
    </message>
    <message>
        <source>What is in the columns of %1?</source>
        <translation>Hva står i kolonnene i %1?</translation>
    </message>
    <message>
        <source>Use the list</source>
        <translation>Bruk listen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>gui::ListForm</name>
    <message>
        <source>(none)</source>
        <translation>(ingen)</translation>
    </message>
    <message>
        <source>No column header says that the column holds telephone numbers. Choose the column under Number.</source>
        <translation>Ingen overskrift sier hvilken kolonne som har telefonnumrene. Velg kolonnen under Nummer.</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>semikolon</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>komma</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulator</translation>
    </message>
    <message>
        <source>vertical bar</source>
        <translation>loddrett strek</translation>
    </message>
</context>
<context>
    <name>gui::LockCheckDialog</name>
    <message>
        <source>Send two messages</source>
        <translation>Send to meldinger</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Your own mobile number</source>
        <translation>Ditt eget mobilnummer</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Budstikke tests the duplicate lock, %1</source>
        <translation>Budstikke tester duplikatsperren, %1</translation>
    </message>
    <message>
        <source>Sending, and waiting for both answers…</source>
        <translation>Sender, og venter på begge svarene …</translation>
    </message>
    <message>
        <source>The account has the lock: the second message was answered with error 17. You may now let uncertain messages be repeated once.</source>
        <translation>Kontoen har sperren: Den andre meldingen ble besvart med feil 17. Du kan nå la usikre meldinger gjentas én gang.</translation>
    </message>
    <message>
        <source>The account has no lock: both messages were accepted. Uncertain messages are never repeated automatically.</source>
        <translation>Kontoen har ingen sperre: Begge meldingene ble godtatt. Usikre meldinger gjentas aldri automatisk.</translation>
    </message>
    <message>
        <source>No clear answer. See the two campaigns for the gateway&apos;s answers, and try again later.</source>
        <translation>Ikke noe klart svar. Se hva gatewayen svarte i de to utsendelsene, og prøv igjen senere.</translation>
    </message>
</context>
<context>
    <name>gui::LogPage</name>
    <message>
        <source>Log</source>
        <comment>page</comment>
        <translation>Logg</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Leser loggen …</translation>
    </message>
    <message>
        <source>No matches. Try fewer words, or clear the filters.</source>
        <translation>Ingen treff. Prøv færre ord, eller fjern filtrene.</translation>
    </message>
    <message>
        <source>Every message you send is listed here with its outcome.</source>
        <translation>Her finner du alle meldinger dere har sendt, og hvordan det gikk.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Søker …</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln melding</numerusform>
            <numerusform>%Ln meldinger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln funnet</numerusform>
            <numerusform>%Ln funnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest matches; scroll for more</source>
        <translation>De nyeste treffene; rull ned for flere</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Eksporter loggen</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv)</source>
        <translation>Regneark (*.xlsx *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n messages were saved to %1</source>
        <translation>
            <numerusform>%Ln melding er lagret i %1</numerusform>
            <numerusform>%Ln meldinger er lagret i %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Alle tilstander</translation>
    </message>
    <message>
        <source>Any campaign</source>
        <translation>Alle utsendelser</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Når som helst</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Siste 7 dager</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Siste 30 dager</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Siste 12 måneder</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Mellom to dager</translation>
    </message>
    <message>
        <source>When the message was created</source>
        <translation>Når meldingen ble opprettet</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Detaljer …</translation>
    </message>
    <message>
        <source>Open the campaign</source>
        <translation>Åpne utsendelsen</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>More than %1 messages cannot be sorted. Choose a campaign or a period, or search, first.</source>
        <translation>Flere enn %1 meldinger kan ikke sorteres. Velg en utsendelse eller en periode, eller søk, først.</translation>
    </message>
</context>
<context>
    <name>gui::MailboxQuestion</name>
    <message>
        <source>People who have opted out since the mailbox was last emptied could still receive the message. Continue anyway?</source>
        <translation>De som har meldt seg av etter at postkassen sist ble tømt, kan få meldingen likevel. Vil du fortsette?</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>Fortsett likevel</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ikke nå</translation>
    </message>
</context>
<context>
    <name>gui::MailboxSection</name>
    <message>
        <source>From a mailbox on our web site</source>
        <translation>Fra en postkasse på nettstedet vårt</translation>
    </message>
    <message>
        <source>The new key is in force once its file is on the web site: upload the file in place of the old one, then choose Test and use.</source>
        <translation>Den nye nøkkelen gjelder når filen med den ligger på nettstedet: Last opp filen i stedet for den gamle, og velg Test og ta i bruk.</translation>
    </message>
    <message>
        <source>Enter these two in the gateway&apos;s portal. Choose JSON for inbound messages; otherwise their text ends up in the web site&apos;s access log. The long code in them is secret: do not show it to others.</source>
        <translation>Legg inn disse to i gatewayens portal. Velg JSON for innkommende meldinger, ellers havner teksten i nettstedets tilgangslogg. Den lange koden i dem er hemmelig: Ikke vis den til andre.</translation>
    </message>
    <message>
        <source>Once the mailbox has been tested, the two addresses for the portal appear here.</source>
        <translation>Når postkassen er testet, vises de to adressene til portalen her.</translation>
    </message>
    <message>
        <source>Only the key in this profile can read what is in the mailbox, and a backup of the database does not include it. Keep a copy in a safe place.</source>
        <translation>Bare nøkkelen i denne profilen kan lese det som ligger i postkassen, og en sikkerhetskopi av databasen inneholder den ikke. Ta vare på en kopi på et trygt sted.</translation>
    </message>
    <message>
        <source>The previous address is also checked for some weeks, in case the portal still uses it: %1</source>
        <translation>Den forrige adressen blir også spurt i noen uker, i tilfelle portalen fortsatt har den: %1</translation>
    </message>
    <message>
        <source>Save the mailbox&apos;s file</source>
        <translation>Lagre filen til postkassen</translation>
    </message>
    <message>
        <source>Saved as %1. It contains your office&apos;s secret codes: do not send it to anyone.</source>
        <translation>Lagret som %1. Filen inneholder kontorets hemmelige koder: Ikke send den til noen.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Tester …</translation>
    </message>
    <message>
        <source>The mailbox at the new address works (%1). Enter the two new addresses in the gateway&apos;s portal.</source>
        <translation>Postkassen på den nye adressen virker (%1). Legg inn de to nye adressene i gatewayens portal.</translation>
    </message>
    <message>
        <source>The mailbox works (%1). Enter the two addresses below in the gateway&apos;s portal.</source>
        <translation>Postkassen virker (%1). Legg inn de to adressene nedenfor i gatewayens portal.</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Henter …</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) fetched from the mailbox.</source>
        <translation>
            <numerusform>%n hendelse hentet fra postkassen.</numerusform>
            <numerusform>%n hendelser hentet fra postkassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Ny nøkkel</translation>
    </message>
    <message>
        <source>What is in the mailbox is fetched first. Budstikke then writes a new file: upload it in place of the old one and choose Test and use. After that the gateway&apos;s portal needs new addresses.</source>
        <translation>Det som ligger i postkassen, hentes først. Så skriver Budstikke en ny fil: Last den opp i stedet for den gamle, og velg Test og ta i bruk. Etter det trenger gatewayens portal nye adresser.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Lag en ny nøkkel</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Behold nøkkelen</translation>
    </message>
    <message>
        <source>Saved as %1. Upload it in place of the old file, then choose Test and use.</source>
        <translation>Lagret som %1. Last den opp i stedet for den gamle filen, og velg Test og ta i bruk.</translation>
    </message>
    <message>
        <source>Save a copy of the mailbox&apos;s key</source>
        <translation>Lagre en kopi av nøkkelen til postkassen</translation>
    </message>
    <message>
        <source>Saved as %1. Anyone who has it can read the mailbox.</source>
        <translation>Lagret som %1. Den som har filen, kan lese postkassen.</translation>
    </message>
    <message>
        <source>Load the mailbox&apos;s key</source>
        <translation>Hent inn nøkkelen til postkassen</translation>
    </message>
    <message>
        <source>The key is loaded. Choose Test and use to try it.</source>
        <translation>Nøkkelen er hentet inn. Velg Test og ta i bruk for å prøve den.</translation>
    </message>
    <message>
        <source>Stop using the mailbox</source>
        <translation>Slutt å bruke postkassen</translation>
    </message>
    <message>
        <source>Statuses and replies that the gateway delivers there will then not be fetched. Remove its addresses from the gateway&apos;s portal too.</source>
        <translation>Statuser og svar som gatewayen leverer dit, blir da ikke hentet. Fjern adressene til postkassen fra gatewayens portal også.</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>Slutt å bruke den</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behold den</translation>
    </message>
    <message>
        <source>The mailbox is no longer used.</source>
        <translation>Postkassen er ikke lenger i bruk.</translation>
    </message>
    <message>
        <source>For offices whose router lets nobody in: a mailbox on your web site receives statuses and replies and keeps them, encrypted, until Budstikke fetches them. Press F1 to see which web hosts are suitable.</source>
        <translation>For kontorer med en ruter som ikke slipper noen inn: En postkasse på nettstedet deres tar imot statuser og svar og holder dem kryptert til Budstikke henter dem. Trykk F1 for å se hvilke webhotell som passer.</translation>
    </message>
    <message>
        <source>1. Save the file</source>
        <translation>1. Lagre filen</translation>
    </message>
    <message>
        <source>Budstikke writes postkasse.php with your office&apos;s own secret codes in it.</source>
        <translation>Budstikke skriver postkasse.php, med kontorets egne hemmelige koder i.</translation>
    </message>
    <message>
        <source>2. Upload it</source>
        <translation>2. Last den opp</translation>
    </message>
    <message>
        <source>Put it on your web site the way you upload other pages. Any folder will do.</source>
        <translation>Legg den på nettstedet slik dere laster opp andre sider. Hvilken mappe spiller ingen rolle.</translation>
    </message>
    <message>
        <source>3. Paste its address</source>
        <translation>3. Lim inn adressen</translation>
    </message>
    <message>
        <source>The whole address of the file, as a browser would show it.</source>
        <translation>Hele adressen til filen, slik den vises i en nettleser.</translation>
    </message>
    <message>
        <source>In the gateway&apos;s portal</source>
        <translation>I gatewayens portal</translation>
    </message>
    <message>
        <source>The mailbox and its key</source>
        <translation>Postkassen og nøkkelen</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Stopped. Nothing was sent.</source>
        <translation>Stoppet. Ingenting ble sendt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>campaign: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Sider</translation>
    </message>
    <message>
        <source>“%1” was due to start but could not. Open it under Campaigns and decide.</source>
        <translation>«%1» skulle ha startet, men det gikk ikke. Åpne den under Utsendelser og velg hva som skal skje.</translation>
    </message>
    <message>
        <source>Alarm: a recipient of “%1” may have received the message twice. Open it under Campaigns.</source>
        <translation>Alarm: En mottaker i «%1» kan ha fått meldingen to ganger. Åpne den under Utsendelser.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>“%1” is waiting: it starts when the mailbox can be emptied, so that nobody who has opted out gets a message.</source>
        <translation>«%1» venter: Den starter når postkassen kan tømmes, slik at ingen som har meldt seg av, får melding.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. The countdown waits for your answer.</source>
        <translation>Ingenting er sendt ennå. Nedtellingen venter på svaret ditt.</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>Number to keep</source>
        <translation>Nummer som beholdes</translation>
    </message>
    <message>
        <source>%1 (opted out)</source>
        <translation>%1 (avmeldt)</translation>
    </message>
</context>
<context>
    <name>gui::MessageDialog</name>
    <message>
        <source>%1, %2</source>
        <comment>name, number</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n SMS</source>
        <translation>
            <numerusform>%Ln SMS</numerusform>
            <numerusform>%Ln SMS</numerusform>
        </translation>
    </message>
    <message>
        <source>gateway ID %1</source>
        <translation>gatewayens ID %1</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>referanse %1</translation>
    </message>
    <message>
        <source>%1 %2   %3</source>
        <comment>date, time, what happened</comment>
        <translation>%1 %2   %3</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hva som har skjedd</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>of a message</comment>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>Open the account&apos;s &amp;settings</source>
        <translation>Åpne kontoens &amp;innstillinger</translation>
    </message>
    <message>
        <source>&amp;Correct and send again</source>
        <translation>&amp;Rett og send på nytt</translation>
    </message>
</context>
<context>
    <name>gui::MessagePreviews</name>
    <message>
        <source>%1 · %2 of %3</source>
        <comment>recipient, place, total</comment>
        <translation>%1 · %2 av %3</translation>
    </message>
</context>
<context>
    <name>gui::MonthCalendar</name>
    <message>
        <source>%1 (%2)</source>
        <comment>day, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Forrige måned</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Neste måned</translation>
    </message>
</context>
<context>
    <name>gui::MonthPage</name>
    <message>
        <source>Month&apos;s report</source>
        <translation>Månedsrapport</translation>
    </message>
    <message>
        <source>Messages in %1</source>
        <comment>a month</comment>
        <translation>Meldinger i %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leser …</translation>
    </message>
    <message>
        <source>Nothing was sent in this month.</source>
        <translation>Ingenting ble sendt denne måneden.</translation>
    </message>
    <message>
        <source>Save the month&apos;s report</source>
        <translation>Lagre månedsrapporten</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv)</source>
        <translation>Regneark (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>The report was saved to %1</source>
        <translation>Rapporten er lagret i %1</translation>
    </message>
    <message>
        <source>By campaign</source>
        <translation>Per utsendelse</translation>
    </message>
    <message>
        <source>By sender</source>
        <translation>Per avsender</translation>
    </message>
</context>
<context>
    <name>gui::MonthSheet</name>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Kroner</source>
        <translation>Kroner</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <translation>Avmeldte</translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%Ln annen</numerusform>
            <numerusform>%Ln andre</numerusform>
        </translation>
    </message>
    <message>
        <source>In all</source>
        <translation>I alt</translation>
    </message>
    <message>
        <source>Messages in %1</source>
        <comment>a month</comment>
        <translation>Meldinger i %1</translation>
    </message>
    <message>
        <source>By campaign</source>
        <translation>Per utsendelse</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>By sender</source>
        <translation>Per avsender</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Budstikke, %1</source>
        <comment>time of the report</comment>
        <translation>Budstikke, %1</translation>
    </message>
</context>
<context>
    <name>gui::OptOutActions</name>
    <message>
        <source>Opted out</source>
        <translation>Avmeldt</translation>
    </message>
    <message>
        <source>Number that will no longer receive messages</source>
        <translation>Nummer som ikke skal få flere meldinger</translation>
    </message>
    <message>
        <source>“%1” is not a usable number.</source>
        <translation>«%1» er ikke et gyldig nummer.</translation>
    </message>
    <message>
        <source>%1 will no longer receive messages.</source>
        <translation>%1 får ikke flere meldinger.</translation>
    </message>
    <message numerus="yes">
        <source>%n people have opted out. Remove them from the list only if they have asked to receive messages again. Remove them?</source>
        <translation>
            <numerusform>%Ln person er avmeldt. Fjern vedkommende fra listen bare hvis personen har bedt om å få meldinger igjen. Vil du fjerne vedkommende?</numerusform>
            <numerusform>%Ln personer er avmeldt. Fjern dem fra listen bare hvis de har bedt om å få meldinger igjen. Vil du fjerne dem?</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Fjern fra listen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message numerus="yes">
        <source>%n people will no longer receive messages.</source>
        <translation>
            <numerusform>%Ln person får ikke flere meldinger.</numerusform>
            <numerusform>%Ln personer får ikke flere meldinger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can get messages again.</source>
        <translation>
            <numerusform>%Ln person kan få meldinger igjen.</numerusform>
            <numerusform>%Ln personer kan få meldinger igjen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import opt-outs</source>
        <translation>Importer avmeldte</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)</source>
        <translation>Lister (*.xlsx *.ods *.csv *.txt *.vcf);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Row %1: “%2”: %3</source>
        <comment>row, typed, why</comment>
        <translation>Rad %1: «%2»: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln til</numerusform>
            <numerusform>%Ln til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have no number and were skipped:</source>
        <translation>
            <numerusform>%Ln rad har ikke noe nummer og ble utelatt:</numerusform>
            <numerusform>%Ln rader har ikke noe nummer og ble utelatt:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were added to the opt-out list.</source>
        <translation>
            <numerusform>%Ln person ble lagt til i listen over avmeldte.</numerusform>
            <numerusform>%Ln personer ble lagt til i listen over avmeldte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opt out</source>
        <translation>Meld av</translation>
    </message>
</context>
<context>
    <name>gui::PageList</name>
    <message>
        <source>%1 %2</source>
        <comment>page, unread</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gui::PasswordDialog</name>
    <message>
        <source>The system&apos;s keyring cannot be used or is locked. Unlock it and try again, or type the password of the account “%1”.</source>
        <translation>Systemets nøkkelring kan ikke brukes eller er låst. Lås den opp og prøv igjen, eller skriv passordet til kontoen «%1».</translation>
    </message>
    <message>
        <source>The keyring is locked or has no password for the account “%1”. Type it here.</source>
        <translation>Nøkkelringen er låst eller har ikke noe passord for kontoen «%1». Skriv det her.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passord</translation>
    </message>
    <message>
        <source>Use for this run</source>
        <translation>Bruk denne gangen</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>Prøv nøkkelringen igjen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ikke nå</translation>
    </message>
    <message>
        <source>If you resume, they get it once more.</source>
        <translation>Fortsetter du, får de den én gang til.</translation>
    </message>
    <message>
        <source>Resume anyway</source>
        <translation>Fortsett likevel</translation>
    </message>
</context>
<context>
    <name>gui::PersonDialog</name>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Tekstfiler (*.txt)</translation>
    </message>
</context>
<context>
    <name>gui::PersonPage</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Rediger …</translation>
    </message>
    <message>
        <source>&amp;Save as contact…</source>
        <translation>Lagre som &amp;kontakt …</translation>
    </message>
    <message>
        <source>A&amp;llow messages again</source>
        <translation>Ti&amp;llat SMS igjen</translation>
    </message>
    <message>
        <source>&amp;Opt out</source>
        <translation>M&amp;eld av</translation>
    </message>
    <message>
        <source>not among the contacts</source>
        <translation>ikke blant kontaktene</translation>
    </message>
    <message>
        <source>groups: %1</source>
        <translation>grupper: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an own field, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>opted out: receives no messages</source>
        <translation>avmeldt: får ingen meldinger</translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <comment>messages</comment>
        <translation>
            <numerusform>%Ln sendt</numerusform>
            <numerusform>%Ln sendt</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything about this person…</source>
        <translation>Alt om denne personen …</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Slett alt om personen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
</context>
<context>
    <name>gui::PhonePreview</name>
    <message>
        <source>%1: %2</source>
        <comment>sender: text</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>part %1</source>
        <comment>of a message</comment>
        <translation>del %1</translation>
    </message>
    <message>
        <source>The message appears here.</source>
        <translation>Meldingen vises her.</translation>
    </message>
</context>
<context>
    <name>gui::PlannedPage</name>
    <message>
        <source>Planned campaigns</source>
        <translation>Planlagte utsendelser</translation>
    </message>
    <message>
        <source>&amp;Resume the series</source>
        <translation>&amp;Fortsett serien</translation>
    </message>
    <message>
        <source>&amp;Pause the series</source>
        <translation>Sett serien på &amp;pause</translation>
    </message>
    <message>
        <source>No run of “%1” yet</source>
        <translation>«%1» er ikke sendt ennå</translation>
    </message>
    <message>
        <source>Past runs of “%1”</source>
        <translation>Tidligere sendinger av «%1»</translation>
    </message>
    <message>
        <source>Nothing is planned for that day.</source>
        <translation>Ingenting er planlagt den dagen.</translation>
    </message>
    <message>
        <source>Nothing is planned. Choose a time under “When and how” on the Send page; it is then listed here.</source>
        <translation>Ingenting er planlagt. Velg et tidspunkt under «Når og hvordan» på siden Send, så vises det her.</translation>
    </message>
</context>
<context>
    <name>gui::PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Personvern</translation>
    </message>
    <message>
        <source>Saved. Older data will be deleted within the hour.</source>
        <translation>Lagret. Eldre opplysninger slettes i løpet av en time.</translation>
    </message>
    <message>
        <source> days</source>
        <translation> dager</translation>
    </message>
    <message>
        <source> months</source>
        <translation> måneder</translation>
    </message>
</context>
<context>
    <name>gui::Proofreader</name>
    <message>
        <source>In the window&apos;s language</source>
        <comment>spelling</comment>
        <translation>Samme språk som vinduet</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>spelling</comment>
        <translation>Av</translation>
    </message>
    <message>
        <source>This build of Budstikke cannot check spelling.</source>
        <translation>Denne utgaven av Budstikke er bygd uten stavekontroll.</translation>
    </message>
    <message>
        <source>This computer has no dictionary for that language. LibreOffice often brings one, and so do most Linux systems; or put %1.aff and %1.dic in the folder %2.</source>
        <translation>Maskinen har ingen ordliste for det språket. LibreOffice har ofte med en, og det har de fleste Linux-systemer også. Du kan også legge %1.aff og %1.dic i mappen %2.</translation>
    </message>
</context>
<context>
    <name>gui::QuarantineDialog</name>
    <message>
        <source>%1 from %2: %3</source>
        <comment>time, address, reason</comment>
        <translation>%1 fra %2: %3</translation>
    </message>
</context>
<context>
    <name>gui::Question</name>
    <message>
        <source>Close</source>
        <translation>Lukk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>gui::ReceiverSection</name>
    <message>
        <source>The demo account has its own receiver, on this computer only. The settings here apply to your own account.</source>
        <translation>Demokontoen har sitt eget mottak, bare på denne maskinen. Innstillingene her gjelder din egen konto.</translation>
    </message>
    <message>
        <source>Enter these two in the gateway&apos;s portal. The long code in them is secret: do not show it to others.</source>
        <translation>Skriv inn disse to i gatewayens portal. Den lange koden i dem er hemmelig: Ikke vis den til andre.</translation>
    </message>
    <message>
        <source>Turn the receiver on and save; the two addresses for the portal then appear here.</source>
        <translation>Slå på mottaket og lagre, så vises de to adressene du skal bruke i portalen.</translation>
    </message>
    <message>
        <source>The certificate expired on %1. The gateway may refuse to connect. Replace both files.</source>
        <translation>Sertifikatet utløp %1. Gatewayen kan nekte å koble til. Bytt ut begge filene.</translation>
    </message>
    <message>
        <source>The certificate expires on %1. Replace both files before then; the receiver picks up new files automatically.</source>
        <translation>Sertifikatet utløper %1. Bytt ut begge filene før det; mottaket tar nye filer i bruk automatisk.</translation>
    </message>
    <message>
        <source>A certificate and its key belong together: choose both files, or none.</source>
        <translation>Et sertifikat og nøkkelen hører sammen: Velg begge filene eller ingen.</translation>
    </message>
    <message>
        <source>“%1” is not an address like https://sms.example.no.</source>
        <translation>«%1» er ikke en adresse som https://sms.example.no.</translation>
    </message>
    <message>
        <source>“%1” is not an IP address like 192.168.1.20.</source>
        <translation>«%1» er ikke en IP-adresse som 192.168.1.20.</translation>
    </message>
    <message>
        <source>Saved for your own account.</source>
        <translation>Lagret for din egen konto.</translation>
    </message>
    <message>
        <source>Saved. The receiver is on.</source>
        <translation>Lagret. Mottaket er på.</translation>
    </message>
    <message>
        <source>Saved. The receiver is off.</source>
        <translation>Lagret. Mottaket er av.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Tester …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Velg en fil</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
        <translation>Sertifikater og nøkler (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle filer (*)</translation>
    </message>
    <message>
        <source>The gateway connects to this computer to report whether messages arrived and to deliver replies. It must be able to reach it; press F1 to see how.</source>
        <translation>Gatewayen kobler seg til denne maskinen for å melde om meldinger kom frem, og for å levere svar. Den må kunne nå maskinen; trykk F1 for å se hvordan.</translation>
    </message>
    <message>
        <source>0.0.0.0 means all of this computer&apos;s addresses.</source>
        <translation>0.0.0.0 betyr alle adressene til denne maskinen.</translation>
    </message>
    <message>
        <source>The address the gateway uses to reach this computer, for example via a router or web server. Leave empty to use the computer&apos;s own address.</source>
        <translation>Adressen gatewayen bruker for å nå denne maskinen, for eksempel via en ruter eller webserver. La feltet stå tomt for å bruke maskinens egen adresse.</translation>
    </message>
    <message>
        <source>PEM files. Leave both empty if a reverse proxy has the certificate.</source>
        <translation>PEM-filer. La begge stå tomme hvis en proxy foran har sertifikatet.</translation>
    </message>
    <message>
        <source>Leave empty to allow only the gateway&apos;s own addresses.</source>
        <translation>La feltet stå tomt for bare å tillate gatewayens egne adresser.</translation>
    </message>
    <message>
        <source>Reverse proxies of your own that pass on the caller&apos;s address. Usually empty.</source>
        <translation>Egne proxyer som oppgir avsenderens adresse. Vanligvis tomt.</translation>
    </message>
    <message>
        <source>In the gateway&apos;s portal</source>
        <translation>I gatewayens portal</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Straight to this computer</source>
        <translation>Rett til denne maskinen</translation>
    </message>
</context>
<context>
    <name>gui::ReceptionSection</name>
    <message>
        <source>Receiving</source>
        <comment>settings</comment>
        <translation>Mottak</translation>
    </message>
</context>
<context>
    <name>gui::RecipientsDialog</name>
    <message>
        <source>Export the skipped rows</source>
        <translation>Eksporter de utelatte</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Utelatt</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.csv)</source>
        <translation>Regneark (*.xlsx *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n rows were saved to %1</source>
        <translation>
            <numerusform>%Ln rad ble lagret i %1</numerusform>
            <numerusform>%Ln rader ble lagret i %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Gets it (%1)</source>
        <translation>&amp;Får den (%1)</translation>
    </message>
    <message>
        <source>&amp;Skipped (%1)</source>
        <translation>&amp;Utelatt (%1)</translation>
    </message>
</context>
<context>
    <name>gui::RecipientsEdit</name>
    <message>
        <source>Number, group or file…</source>
        <translation>Nummer, gruppe eller fil …</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Mottakere</translation>
    </message>
    <message>
        <source>Selected recipients</source>
        <translation>Valgte mottakere</translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%Ln nummer</numerusform>
            <numerusform>%Ln numre</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (group)</source>
        <translation>%1 (gruppe)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, number</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (at the gateway)</source>
        <translation>%1 (hos gatewayen)</translation>
    </message>
    <message numerus="yes">
        <source>Pasted list (%n)</source>
        <translation>
            <numerusform>Innlimt liste (%Ln)</numerusform>
            <numerusform>Innlimt liste (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name of several numbers, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This is not a phone number. Press to correct it, × to remove it.</source>
        <translation>Dette er ikke et telefonnummer. Trykk for å rette det, × for å fjerne det.</translation>
    </message>
    <message>
        <source>Press to open it, × or Delete to remove it</source>
        <translation>Trykk for å åpne, × eller Delete for å fjerne</translation>
    </message>
</context>
<context>
    <name>gui::RecipientsMenu</name>
    <message>
        <source>A list from a &amp;file…</source>
        <translation>En liste fra en &amp;fil …</translation>
    </message>
    <message>
        <source>Choose a list</source>
        <translation>Velg en liste</translation>
    </message>
    <message>
        <source>A group at the &amp;gateway…</source>
        <translation>En gruppe hos &amp;gatewayen …</translation>
    </message>
    <message>
        <source>A group at the gateway</source>
        <translation>En gruppe hos gatewayen</translation>
    </message>
    <message>
        <source>The name of the group at the gateway.
Budstikke does not know its members, their opt-outs or the number of SMS.</source>
        <translation>Navnet på gruppen hos gatewayen.
Budstikke kjenner ikke medlemmene, hvem som er avmeldt, eller antall SMS.</translation>
    </message>
    <message>
        <source>Groups of the contacts</source>
        <translation>Grupper i kontaktene</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>group, members</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.ods *.csv *.txt *.vcf);;All files (*)</source>
        <translation>Lister (*.xlsx *.ods *.csv *.txt *.vcf);;Alle filer (*)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
</context>
<context>
    <name>gui::RepliesSection</name>
    <message>
        <source>Replies</source>
        <comment>settings</comment>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Keep at least one word, or nobody can opt out.</source>
        <translation>Behold minst ett ord, ellers kan ingen melde seg av.</translation>
    </message>
    <message>
        <source>Row %1 needs a keyword of one word.</source>
        <translation>Rad %1 trenger et nøkkelord på ett ord.</translation>
    </message>
    <message>
        <source>Row %1: “%2” is an opt-out word and cannot be a keyword as well.</source>
        <translation>Rad %1: «%2» er et avmeldingsord og kan ikke også være nøkkelord.</translation>
    </message>
    <message>
        <source>Row %1 needs a group to join, an answer, or both.</source>
        <translation>Rad %1 trenger en gruppe, et svar eller begge deler.</translation>
    </message>
    <message>
        <source>Saved. Takes effect from the next message.</source>
        <translation>Lagret. Gjelder fra neste melding.</translation>
    </message>
    <message>
        <source>What Budstikke does automatically with incoming messages. The conversation in the inbox shows what was done.</source>
        <translation>Dette gjør Budstikke automatisk med innkommende meldinger. Samtalen i innboksen viser hva som ble gjort.</translation>
    </message>
    <message>
        <source>Separate with commas. Applies only when the message consists of that word alone; the number then receives nothing more.</source>
        <translation>Skill ordene med komma. Gjelder bare når meldingen består av ordet alene. Nummeret får da ingen flere meldinger.</translation>
    </message>
    <message>
        <source>Sent once to anyone who opts out. Leave empty to send nothing.</source>
        <translation>Sendes én gang til den som melder seg av. La feltet stå tomt for ikke å sende noe.</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Nøkkelord</translation>
    </message>
    <message>
        <source>Applies to messages that begin with the keyword: the sender joins the group. An answer goes to the same number at most once a day, and never to an automatic reply.</source>
        <translation>Gjelder meldinger som begynner med nøkkelordet: Avsenderen legges til i gruppen. Et svar går til samme nummer høyst én gang om dagen, og aldri på et automatisk svar.</translation>
    </message>
    <message>
        <source>Warns when the gateway has numbered a message that never arrived here. Turn it off if other systems receive some of your messages: gaps are then normal.</source>
        <translation>Varsler når det mangler et løpenummer fra gatewayen. Slå av hvis andre systemer tar imot noen av meldingene, for da er hull i nummereringen normalt.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDialog</name>
    <message>
        <source>Review and send</source>
        <translation>Se over og send</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send nå</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n recipients?</source>
        <translation>
            <numerusform>Sende til %Ln mottaker?</numerusform>
            <numerusform>Sende til %Ln mottakere?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are skipped:</source>
        <translation>
            <numerusform>%Ln er utelatt:</numerusform>
            <numerusform>%Ln er utelatt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Send at %1</source>
        <translation>Send kl. %1</translation>
    </message>
    <message>
        <source>The text for %1, the first recipient:</source>
        <translation>Teksten til %1, den første mottakeren:</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planlegg</translation>
    </message>
    <message numerus="yes">
        <source>Schedule for %n recipients?</source>
        <translation>
            <numerusform>Planlegge for %Ln mottaker?</numerusform>
            <numerusform>Planlegge for %Ln mottakere?</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to the group “%1” at the gateway?</source>
        <translation>Sende til gruppen «%1» hos gatewayen?</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a person, a list or group</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>who is skipped, where and why</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>The list or a group has changed since it was read: there were %n recipients.</source>
        <translation>
            <numerusform>Listen eller en gruppe er endret etter at den ble lest: Da var det %Ln mottaker.</numerusform>
            <numerusform>Listen eller en gruppe er endret etter at den ble lest: Da var det %Ln mottakere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::SaveFile</name>
    <message>
        <source>%1 already exists. Replace it?</source>
        <translation>%1 finnes fra før. Vil du erstatte den?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Erstatt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>gui::SendActions</name>
    <message>
        <source>Send a test</source>
        <translation>Send en prøve til meg</translation>
    </message>
    <message>
        <source>Your own number</source>
        <translation>Ditt eget nummer</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Prøve: %1</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Bruk på nytt</translation>
    </message>
    <message>
        <source>Who should get it?</source>
        <translation>Hvem skal få den?</translation>
    </message>
    <message numerus="yes">
        <source>All (%n)</source>
        <translation>
            <numerusform>Alle (%Ln)</numerusform>
            <numerusform>Alle (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those who did not get it (%n)</source>
        <translation>
            <numerusform>De som ikke fikk den (%Ln)</numerusform>
            <numerusform>De som ikke fikk den (%Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose again</source>
        <translation>Velg på nytt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The list “%1” is not where it was, or is another now.</source>
        <translation>Listen «%1» ligger ikke der den lå, eller er endret.</translation>
    </message>
    <message>
        <source>Find it, so that its columns are there; or take its numbers alone.</source>
        <translation>Finn den, så følger kolonnene med. Eller ta med bare numrene.</translation>
    </message>
    <message>
        <source>&amp;Find the list…</source>
        <translation>&amp;Finn listen …</translation>
    </message>
    <message>
        <source>Take the &amp;numbers</source>
        <translation>Ta med &amp;numrene</translation>
    </message>
    <message>
        <source>Send the test</source>
        <translation>Send prøven</translation>
    </message>
</context>
<context>
    <name>gui::SendPage</name>
    <message>
        <source>Send</source>
        <comment>page</comment>
        <translation>Send</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Fri tekst</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>You have an unfinished message.</source>
        <translation>Du har en påbegynt melding.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>The second preview shows the message in countries that require templates. The gateway decides by country, operator and route.</source>
        <translation>Den andre forhåndsvisningen viser meldingen i land som krever mal. Gatewayen avgjør ut fra land, operatør og rute.</translation>
    </message>
    <message>
        <source>The message you were writing is kept under Drafts.</source>
        <translation>Meldingen du skrev på, ligger under Utkast.</translation>
    </message>
    <message>
        <source>Add to it, or start a new one? The unfinished one is kept under Drafts.</source>
        <translation>Vil du legge til i den eller begynne på en ny? Den påbegynte blir liggende under Utkast.</translation>
    </message>
    <message>
        <source>Start a new one</source>
        <translation>Begynn på en ny</translation>
    </message>
    <message>
        <source>The test is on its way to %1. What became of it stands under Campaigns.</source>
        <translation>Prøven er på vei til %1. Resultatet finner du under Utsendelser.</translation>
    </message>
    <message>
        <source>The draft was deleted.</source>
        <translation>Utkastet ble slettet.</translation>
    </message>
    <message>
        <source>The list “%1” was replaced: a message takes one list.</source>
        <translation>Listen «%1» ble byttet ut: En melding tar én liste.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
</context>
<context>
    <name>gui::SendersEdit</name>
    <message>
        <source>Nobody can reply to “%1”, because it is a text and not a number.</source>
        <translation>Ingen kan svare på «%1», for det er en tekst og ikke et nummer.</translation>
    </message>
    <message>
        <source>A number from Front, or a text of at most 11 characters. Recipients cannot reply to a text sender.</source>
        <translation>Et nummer fra Front, eller en tekst på høyst 11 tegn. Mottakerne kan ikke svare på en tekstavsender.</translation>
    </message>
    <message>
        <source>New sender</source>
        <translation>Ny avsender</translation>
    </message>
    <message>
        <source>Senders</source>
        <translation>Avsendere</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>a sender</comment>
        <translation>Legg til</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>a sender</comment>
        <translation>Fjern</translation>
    </message>
</context>
<context>
    <name>gui::SendingSection</name>
    <message>
        <source>Sending</source>
        <comment>settings</comment>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Set up an account first; these rules apply to the account.</source>
        <translation>Sett opp en konto først; reglene gjelder for kontoen.</translation>
    </message>
    <message>
        <source>Quiet hours cannot start and end at the same time.</source>
        <translation>Stilletiden kan ikke begynne og slutte på samme tid.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Lagret.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ingen grense</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukjent</translation>
    </message>
    <message>
        <source> kr</source>
        <translation> kr</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Kroner per SMS</source>
        <translation>Kroner per SMS</translation>
    </message>
    <message>
        <source>“%1” is not a country. Choose it from the list, or type its code, such as SE.</source>
        <translation>«%1» er ikke et land. Velg det fra listen, eller skriv landkoden, for eksempel SE.</translation>
    </message>
    <message>
        <source>Row %1 of the prices needs a country, such as Sweden, and a price in kroner.</source>
        <translation>Rad %1 i prisene trenger et land, for eksempel Sverige, og en pris i kroner.</translation>
    </message>
    <message>
        <source>Separated by commas. Nothing is sent to other countries.</source>
        <translation>Skill landene med komma. Ingenting sendes til andre land.</translation>
    </message>
    <message>
        <source>Add a country…</source>
        <translation>Legg til et land …</translation>
    </message>
</context>
<context>
    <name>gui::SeriesView</name>
    <message>
        <source>To %1. Groups and lists are re-read each time.</source>
        <comment>groups, a list</comment>
        <translation>Til %1. Grupper og lister leses på nytt hver gang.</translation>
    </message>
</context>
<context>
    <name>gui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <comment>page</comment>
        <translation>Innstillinger</translation>
    </message>
</context>
<context>
    <name>gui::SpellMarks</name>
    <message>
        <source>Remove “%1” from the dictionary</source>
        <translation>Fjern «%1» fra ordlisten</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>Leter etter forslag …</translation>
    </message>
    <message>
        <source>Add “%1” to the dictionary</source>
        <translation>Legg til «%1» i ordlisten</translation>
    </message>
    <message>
        <source>No suggestions</source>
        <translation>Ingen forslag</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Stavekontroll</translation>
    </message>
</context>
<context>
    <name>gui::StateBar</name>
    <message>
        <source>%1; recipients: %2</source>
        <comment>3 delivered, 1 failed; how many in all</comment>
        <translation>%1; mottakere: %2</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>● Receiver on</source>
        <translation>● Mottaket er på</translation>
    </message>
    <message>
        <source>○ Receiver off</source>
        <translation>○ Mottaket er av</translation>
    </message>
    <message>
        <source>No statuses or replies arrive. What the gateway could not deliver waits in its queue until someone uses the restart link in its e-mail.</source>
        <translation>Statuser og svar kommer ikke inn. Det gatewayen ikke fikk levert, venter i køen til noen bruker omstartslenken i e-posten fra gatewayen.</translation>
    </message>
    <message>
        <source>%1 Gateway</source>
        <comment>a sign</comment>
        <translation>%1 Gateway</translation>
    </message>
    <message>
        <source>%1 Receiver</source>
        <comment>a sign</comment>
        <translation>%1 Mottak</translation>
    </message>
    <message>
        <source>? Help</source>
        <translation>? Hjelp</translation>
    </message>
    <message>
        <source>Help on this page (F1)</source>
        <translation>Hjelp til denne siden (F1)</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>for %1 s siden</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>for %1 min siden</translation>
    </message>
    <message>
        <source>● Receiver on, last status %1</source>
        <comment>2 s ago, or a time</comment>
        <translation>● Mottaket er på, siste status %1</translation>
    </message>
    <message>
        <source>✕ Mailbox is full</source>
        <translation>✕ Postkassen er full</translation>
    </message>
    <message>
        <source>✕ Mailbox not reached</source>
        <translation>✕ Postkassen svarer ikke</translation>
    </message>
    <message>
        <source>○ Mailbox not checked yet</source>
        <translation>○ Postkassen er ikke sjekket ennå</translation>
    </message>
    <message>
        <source>● Mailbox checked %1</source>
        <comment>2 s ago, or a time</comment>
        <translation>● Postkassen sjekket %1</translation>
    </message>
    <message>
        <source>%1 Mailbox</source>
        <comment>a sign</comment>
        <translation>%1 Postkassen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a sign, whether the gateway is there</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Open the campaign that waits for your decision</source>
        <translation>Åpne utsendelsen som venter på avgjørelsen din</translation>
    </message>
</context>
<context>
    <name>gui::StopBar</name>
    <message numerus="yes">
        <source>Sending to %1 in %n seconds</source>
        <translation>
            <numerusform>Sender til %1 om %Ln sekund</numerusform>
            <numerusform>Sender til %1 om %Ln sekunder</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>To %1: scheduled in %n seconds</source>
        <translation>
            <numerusform>Til %1: planlegges om %Ln sekund</numerusform>
            <numerusform>Til %1: planlegges om %Ln sekunder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending in %n seconds</source>
        <comment>to a group at the gateway</comment>
        <translation>
            <numerusform>Sender om %Ln sekund</numerusform>
            <numerusform>Sender om %Ln sekunder</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until you close the window that is open</source>
        <translation>Venter til du lukker vinduet som er åpent</translation>
    </message>
</context>
<context>
    <name>gui::SupportFile</name>
    <message>
        <source>Collect for support</source>
        <translation>Samle til brukerstøtte</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Tekst (*.txt)</translation>
    </message>
    <message>
        <source>%1 has been saved.</source>
        <translation>%1 er lagret.</translation>
    </message>
    <message>
        <source>It holds no texts, numbers or passwords. Read it before you send it.</source>
        <translation>Den inneholder ingen tekster, numre eller passord. Les den før du sender den.</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>gui::TableHabits</name>
    <message>
        <source>Copy</source>
        <translation>Kopier</translation>
    </message>
    <message>
        <source>Columns as they were at first</source>
        <translation>Tilbakestill kolonnene</translation>
    </message>
</context>
<context>
    <name>gui::TemplateForm</name>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Avsenderens navn</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Brukernavn</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Ordrenummer</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Beløp</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Valuta</translation>
    </message>
    <message>
        <source>Link to the order</source>
        <translation>Lenke til bestillingen</translation>
    </message>
    <message>
        <source>Number of guests</source>
        <translation>Antall gjester</translation>
    </message>
    <message>
        <source>Date and time together</source>
        <translation>Dato og klokkeslett samlet</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Engangskode</translation>
    </message>
    <message>
        <source>Order received</source>
        <translation>Bestilling mottatt</translation>
    </message>
    <message>
        <source>Order ready</source>
        <translation>Bestilling klar</translation>
    </message>
    <message>
        <source>Reservation confirmed</source>
        <translation>Reservasjon bekreftet</translation>
    </message>
    <message>
        <source>Reservation reminder</source>
        <translation>Påminnelse om reservasjon</translation>
    </message>
    <message>
        <source>Date (31.12.2030)</source>
        <translation>Dato (31.12.2030)</translation>
    </message>
    <message>
        <source>Time (19:15)</source>
        <translation>Klokkeslett (19:15)</translation>
    </message>
</context>
<context>
    <name>gui::TextsButton</name>
    <message>
        <source>No saved texts yet</source>
        <translation>Ingen lagrede tekster ennå</translation>
    </message>
    <message>
        <source>&amp;Save as text…</source>
        <translation>&amp;Lagre som tekst …</translation>
    </message>
    <message>
        <source>Save as text</source>
        <translation>Lagre som tekst</translation>
    </message>
    <message>
        <source>Name of the text</source>
        <translation>Navn på teksten</translation>
    </message>
    <message>
        <source>There is already a text named “%1”.</source>
        <translation>Det finnes allerede en tekst som heter «%1».</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Erstatt den</translation>
    </message>
    <message>
        <source>Don&apos;t replace</source>
        <translation>Ikke erstatt</translation>
    </message>
    <message>
        <source>Texts ▾</source>
        <translation>Tekster ▾</translation>
    </message>
    <message>
        <source>Saved texts</source>
        <translation>Lagrede tekster</translation>
    </message>
    <message>
        <source>Insert a saved text, or save this one</source>
        <translation>Sett inn en lagret tekst, eller lagre denne</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lagre</translation>
    </message>
</context>
<context>
    <name>gui::TextsPage</name>
    <message>
        <source>Texts</source>
        <comment>page</comment>
        <translation>Tekster</translation>
    </message>
    <message>
        <source>Give the text a name so that you can find it again.</source>
        <translation>Gi teksten et navn, så du finner den igjen.</translation>
    </message>
    <message>
        <source>There is already a text named “%1”. Choose another name.</source>
        <translation>Det finnes allerede en tekst som heter «%1». Velg et annet navn.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Lagret: %1</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>«%1» er slettet.</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Fri tekst</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Angre</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Bytt ut</translation>
    </message>
</context>
<context>
    <name>gui::TimeDialog</name>
    <message>
        <source>“%1” is repeated %2. From the time that you choose, all others follow.</source>
        <translation>«%1» gjentas %2. Alle senere tidspunkter følger av det du velger her.</translation>
    </message>
    <message>
        <source>When shall “%1” begin?</source>
        <translation>Når skal «%1» sendes?</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klokkeslett</translation>
    </message>
</context>
<context>
    <name>gui::Tray</name>
    <message>
        <source>%1: %2</source>
        <comment>campaign: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open Budstikke</source>
        <translation>Åpne Budstikke</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Avslutt</translation>
    </message>
    <message numerus="yes">
        <source>Budstikke: %n unread</source>
        <translation>
            <numerusform>Budstikke: %Ln ulest</numerusform>
            <numerusform>Budstikke: %Ln uleste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gui::WhenForm</name>
    <message>
        <source>This computer must be on and Budstikke open at that time. You can cancel until sending starts.</source>
        <translation>Denne maskinen må være på og Budstikke åpent da. Du kan avbryte helt til sendingen starter.</translation>
    </message>
    <message>
        <source>Groups and lists are re-read each time.</source>
        <translation>Grupper og lister leses på nytt hver gang.</translation>
    </message>
    <message>
        <source>The gateway sends it even if this computer is off. It cannot be cancelled.</source>
        <translation>Gatewayen sender selv om denne maskinen er av. Sendingen kan ikke avbrytes.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nå</translation>
    </message>
    <message>
        <source>Later, from this computer</source>
        <translation>Senere, fra denne maskinen</translation>
    </message>
    <message>
        <source>Later, from the gateway</source>
        <translation>Senere, fra gatewayen</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Én gang</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Hver dag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Hver uke</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Hver måned</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutter</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>timer</translation>
    </message>
    <message>
        <source>days</source>
        <translation>dager</translation>
    </message>
    <message>
        <source>one week</source>
        <translation>én uke</translation>
    </message>
    <message>
        <source>free for the recipient</source>
        <translation>gratis for mottakeren</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisk</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Én og én</translation>
    </message>
    <message>
        <source>Many in one request</source>
        <translation>Mange i én forespørsel</translation>
    </message>
    <message>
        <source>0 (ordinary)</source>
        <translation>0 (vanlig)</translation>
    </message>
    <message>
        <source>%1 (Replace Type %2)</source>
        <translation>%1 (erstatning, type %2)</translation>
    </message>
    <message>
        <source>Protocol ID</source>
        <translation>Protokoll-ID</translation>
    </message>
    <message>
        <source>One message to each number</source>
        <translation>Én melding til hvert nummer</translation>
    </message>
    <message>
        <source>Each row its own message</source>
        <translation>Hver rad sin egen melding</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one.</source>
        <translation>Dette tidspunktet er passert. Velg et senere.</translation>
    </message>
</context>
<context>
    <name>gui::WindowTitle</name>
    <message>
        <source>Sending: %1 %, %2</source>
        <comment>percent, time left</comment>
        <translation>Sender: %1 %, %2</translation>
    </message>
    <message>
        <source>Sending: %1 %</source>
        <translation>Sender: %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%Ln ulest</numerusform>
            <numerusform>%Ln uleste</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::CampaignModel</name>
    <message>
        <source>%1 of %2 delivered</source>
        <translation>%1 av %2 levert</translation>
    </message>
    <message>
        <source>Campaign</source>
        <comment>column</comment>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Recipients</source>
        <comment>column</comment>
        <translation>Mottakere</translation>
    </message>
    <message>
        <source>Progress</source>
        <comment>column</comment>
        <translation>Fremdrift</translation>
    </message>
    <message>
        <source>Created</source>
        <comment>column</comment>
        <translation>Opprettet</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Ikke startet</translation>
    </message>
    <message>
        <source>One campaign each time</source>
        <translation>Én utsendelse for hver gang</translation>
    </message>
</context>
<context>
    <name>models::ContactModel</name>
    <message>
        <source>Opted out</source>
        <translation>Avmeldt</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Number</source>
        <comment>column</comment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Groups</source>
        <comment>column</comment>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Opted out</source>
        <comment>column</comment>
        <translation>Avmeldt</translation>
    </message>
</context>
<context>
    <name>models::ConversationModel</name>
    <message numerus="yes">
        <source>%1, %n unread, %2: %3</source>
        <comment>name, time, text</comment>
        <translation>
            <numerusform>%1, %Ln ulest, %2: %3</numerusform>
            <numerusform>%1, %Ln uleste, %2: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>name, time, text</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>An opt-out? %1</source>
        <comment>text of a message</comment>
        <translation>Avmelding? %1</translation>
    </message>
</context>
<context>
    <name>models::MessageRows</name>
    <message>
        <source>Number</source>
        <comment>column</comment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>column</comment>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>column</comment>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>State</source>
        <comment>column</comment>
        <translation>Tilstand</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column: when it came into its state</comment>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Reason and next step</source>
        <comment>column</comment>
        <translation>Årsak og hva du kan gjøre</translation>
    </message>
    <message>
        <source>Campaign</source>
        <comment>column</comment>
        <translation>Utsendelse</translation>
    </message>
</context>
<context>
    <name>models::MonthModel</name>
    <message>
        <source>Campaign</source>
        <comment>column</comment>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>Sender</source>
        <comment>column</comment>
        <translation>Avsender</translation>
    </message>
    <message>
        <source>Messages</source>
        <comment>column</comment>
        <translation>Meldinger</translation>
    </message>
    <message>
        <source>SMS</source>
        <comment>column</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Kroner</source>
        <comment>column</comment>
        <translation>Kroner</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>column</comment>
        <translation>Levert</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>column</comment>
        <translation>Mislykket</translation>
    </message>
    <message>
        <source>Opt-outs</source>
        <comment>column</comment>
        <translation>Avmeldte</translation>
    </message>
</context>
<context>
    <name>models::OptOutModel</name>
    <message>
        <source>Number</source>
        <comment>column</comment>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Since</source>
        <comment>column</comment>
        <translation>Siden</translation>
    </message>
    <message>
        <source>How</source>
        <comment>column</comment>
        <translation>Hvordan</translation>
    </message>
</context>
<context>
    <name>models::PlannedModel</name>
    <message>
        <source>%1, not approved</source>
        <comment>a time</comment>
        <translation>%1, ikke godkjent</translation>
    </message>
    <message>
        <source>%1, missed</source>
        <comment>a time</comment>
        <translation>%1, ikke startet</translation>
    </message>
    <message>
        <source>When</source>
        <comment>column</comment>
        <translation>Når</translation>
    </message>
    <message>
        <source>Campaign</source>
        <comment>column</comment>
        <translation>Utsendelse</translation>
    </message>
    <message>
        <source>How often</source>
        <comment>column</comment>
        <translation>Hvor ofte</translation>
    </message>
    <message>
        <source>Recipients</source>
        <comment>column</comment>
        <translation>Mottakere</translation>
    </message>
</context>
<context>
    <name>models::RecipientModel</name>
    <message>
        <source>%1 kr</source>
        <translation>%1 kr</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
</context>
<context>
    <name>models::SkippedModel</name>
    <message>
        <source>typed</source>
        <translation>skrevet inn</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Original value</source>
        <translation>Opprinnelig verdi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsak</translation>
    </message>
</context>
<context>
    <name>models::ThreadModel</name>
    <message>
        <source>%1 · %2: %3</source>
        <comment>time, state, reason</comment>
        <translation>%1 · %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>time, state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (files: %2)</source>
        <comment>text</comment>
        <translation>%1 (filer: %2)</translation>
    </message>
    <message>
        <source>Received, %1: %2</source>
        <comment>time, text</comment>
        <translation>Mottatt, %1: %2</translation>
    </message>
    <message>
        <source>Sent, %1: %2</source>
        <comment>time and state, text</comment>
        <translation>Sendt, %1: %2</translation>
    </message>
</context>
<context>
    <name>programs::DemoTour</name>
    <message>
        <source>The demo message cannot be sent.</source>
        <translation>Demomeldingen kan ikke sendes.</translation>
    </message>
    <message>
        <source>The demo campaign did not finish in time.</source>
        <translation>Demoutsendelsen ble ikke ferdig i tide.</translation>
    </message>
    <message>
        <source>Delivered %1, failed %2, uncertain %3, of %4 recipients.</source>
        <translation>Levert %1, mislykket %2, usikker %3, av %4 mottakere.</translation>
    </message>
</context>
</TS>
