<?php
// SPDX-License-Identifier: GPL-3.0-or-later
// Budstikke's mailbox for an ordinary web host (PHP 7.4 or newer). It keeps what Front's SMS Gateway brings,
// sealed so that only the office can read it, until Budstikke fetches it. Everything is in this one file; beside
// it, it makes a folder of its own. Budstikke wrote it with your office's secrets: give it to nobody.
//
// Without the right secret in the address, or the right key, it says nothing.

declare(strict_types=1);

const PUBLIC_KEY = '@PUBLIC_KEY@'; // what is kept is sealed to it; only the office's private key opens it
const SECRET = '@SECRET@'; // in the two addresses that the gateway calls
const FOLDER = '@FOLDER@'; // the same for every key that this office has had
const FETCH_KEY_HASH = '@FETCH_KEY_HASH@'; // of the key with which the office asks

const MOST_EVENTS = 100000; // in all, never for one caller: the gateway is one caller
const MOST_BYTES = 256 * 1024 * 1024;
const RESERVED_EVENTS = 5000; // for replies: statuses cannot fill these
const RESERVED_BYTES = 64 * 1024 * 1024;
const LONGEST_BODY = 16 * 1024 * 1024;
const LONGEST_QUERY = 8 * 1024;
const EVENTS_AN_ANSWER = 500;
const BYTES_AN_ANSWER = 4 * 1024 * 1024; // of events; one always goes
const EVENTS_A_FILE = 500;
const BYTES_A_FILE = 1024 * 1024;
const STATUS_KEPT_SECONDS = 366 * 24 * 3600; // what nobody fetched; replies are kept until somebody does
const PATIENCE_SECONDS = 65;
const HEAD_BYTES = 29; // of a stored event: number, size, kind

// Errors that are shown would be taken for an answer.
define('SHOWS_ERRORS', !in_array(
    strtolower((string) ini_get('display_errors')),
    ['', '0', 'off', 'no', 'stderr'],
    true
));
error_reporting(0);
ini_set('display_errors', '0');
ignore_user_abort(true);
umask(0077);
ob_start();

final class Refusal extends Exception
{
    public function __construct(int $status, string $body = '', array $fields = [])
    {
        parent::__construct($body, $status);
        $this->fields = $fields;
    }
    public $fields;
}

function answer(int $status, string $body, string $type = 'application/json', array $fields = []): void
{
    while (ob_get_level() > 0 && ob_end_clean()) {
    }
    http_response_code($status);
    header('Content-Type: ' . $type);
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    header('X-Robots-Tag: noindex');
    foreach ($fields as $field) {
        header($field);
    }
    echo $body;
}

function told(array $facts): string
{
    return json_encode(['budstikkeMailbox' => 1, 'ask' => asked('ask')] + $facts);
}

// ---- The place: files of events below one lock, so that two requests never meet.

function folder(): string
{
    return __DIR__ . '/postkasse-' . FOLDER;
}

function made_folder(): string
{
    $folder = folder();
    if (!is_dir($folder)) {
        if (!@mkdir($folder, 0700) && !is_dir($folder)) {
            throw new Refusal(503, told(['error' => 'folder']));
        }
        // What lies here is sealed; these only spare it from being looked at.
        @file_put_contents($folder . '/.htaccess', "Require all denied\nDeny from all\n");
        @file_put_contents($folder . '/index.html', '');
    }
    return $folder;
}

function locked(string $folder)
{
    $lock = @fopen($folder . '/lock', 'c');
    if ($lock === false || !flock($lock, LOCK_EX)) {
        throw new Refusal(503, told(['error' => 'folder']));
    }
    return $lock; // until it is closed
}

// The numbers with which the files of events begin, lowest first. Letter e: as they came; k: only replies are left.
function files(string $folder): array
{
    $files = [];
    foreach (scandir($folder) ?: [] as $name) {
        if (!preg_match('/^[ek](\d{15})$/', $name, $found)) {
            continue;
        }
        $number = (int) $found[1];
        if (isset($files[$number])) {
            unlink($files[$number]); // an e whose replies have been written anew into this k
        }
        $files[$number] = $folder . '/' . $name;
    }
    ksort($files);
    return $files;
}

// Calls $take(number, kind, size, place of its content) for each whole event; ends when that returns false.
// Returns the place after the last whole one, or -1 where something else than a torn end follows.
function each_event(string $path, callable $take): int
{
    $file = @fopen($path, 'rb');
    if ($file === false) {
        return -1;
    }
    $size = fstat($file)['size'];
    $place = 0;
    while ($place + HEAD_BYTES <= $size) {
        fseek($file, $place);
        $head = (string) fread($file, HEAD_BYTES);
        if (!preg_match('/^(\d{15}) (\d{10}) ([si])\n$/', $head, $found)) {
            fclose($file);
            return -1;
        }
        $next = $place + HEAD_BYTES + (int) $found[2];
        if ($next > $size) {
            break; // torn: it was never answered with success
        }
        if ($take((int) $found[1], $found[3], (int) $found[2], $place + HEAD_BYTES) === false) {
            break;
        }
        $place = $next;
    }
    fclose($file);
    return $place;
}

function done_upto(string $folder): int
{
    return (int) @file_get_contents($folder . '/done');
}

function durable($file): bool
{
    return fflush($file) && (!function_exists('fsync') || fsync($file));
}

function put_whole(string $path, string $content): bool
{
    $file = @fopen($path . '.new', 'wb');
    if ($file === false) {
        return false;
    }
    $written = fwrite($file, $content) === strlen($content) && durable($file);
    $written = fclose($file) && $written;
    return $written && rename($path . '.new', $path);
}

// Where the next event goes and how much there is.
function state(string $folder): array
{
    clearstatcache();
    $files = files($folder);
    $done = done_upto($folder);
    $last = $done;
    $bytes = 0;
    $first = 0;
    foreach ($files as $number => $path) {
        $bytes += (int) @filesize($path);
        if ($first === 0 && basename($path)[0] === 'e') {
            $first = $number;
        }
    }
    $room = null; // the last file, if more may be put into it
    $end = 0;
    if ($files !== []) {
        $number = array_key_last($files);
        $count = 0;
        $end = each_event($files[$number], function (int $n) use (&$last, &$count): bool {
            $last = max($last, $n);
            $count++;
            return true;
        });
        if ($end < 0 || basename($files[$number])[0] === 'k') {
            $last = max($last, $number + EVENTS_A_FILE); // what is damaged is left alone, and its numbers too
        } elseif ($count < EVENTS_A_FILE && $end < BYTES_A_FILE) {
            $room = $files[$number];
        }
    }
    return [
        'last' => $last,
        'events' => $first === 0 ? 0 : $last - max($done, $first - 1),
        'bytes' => $bytes,
        'room' => $room,
        'end' => $end,
        'files' => $files,
        'done' => $done,
    ];
}

function is_full(array $state, string $kind, int $more): bool
{
    $reserved = $kind === 's' ? 1 : 0;
    return $state['events'] >= MOST_EVENTS - $reserved * RESERVED_EVENTS
        || $state['bytes'] + $more > MOST_BYTES - $reserved * RESERVED_BYTES;
}

// Statuses that nobody fetched for a year go; the replies between them stay.
function forget_old(string $folder): void
{
    foreach (files($folder) as $number => $path) {
        $age = @filemtime($path);
        if (basename($path)[0] !== 'e' || $age === false || $age > time() - STATUS_KEPT_SECONDS) {
            continue;
        }
        $kept = '';
        $end = each_event($path, function (int $n, string $kind, int $size, int $at) use ($path, &$kept): bool {
            if ($kind === 'i') {
                $kept .= (string) file_get_contents($path, false, null, $at - HEAD_BYTES, HEAD_BYTES + $size);
            }
            return true;
        });
        if ($end < 0) {
            continue;
        }
        $new = $folder . '/k' . sprintf('%015d', $number);
        if (put_whole($new, $kept)) {
            unlink($path);
        }
    }
}

function store(string $kind, string $sealed): void
{
    $folder = made_folder();
    $lock = locked($folder);
    $state = state($folder);
    $head = sprintf("%015d %010d %s\n", $state['last'] + 1, strlen($sealed), $kind);
    if (is_full($state, $kind, strlen($head) + strlen($sealed))) {
        throw new Refusal(503);
    }
    $path = $state['room'];
    $end = $state['end'];
    if ($path === null) {
        forget_old($folder);
        $path = $folder . '/e' . sprintf('%015d', $state['last'] + 1);
        $end = 0;
    }
    $file = @fopen($path, 'cb');
    if ($file === false) {
        throw new Refusal(503);
    }
    // What a broken-off request left behind the last whole event is no event.
    $written = ftruncate($file, $end) && fseek($file, $end) === 0;
    foreach ([$head, $sealed] as $part) {
        for ($at = 0; $written && $at < strlen($part); $at += $count) {
            $count = @fwrite($file, $at === 0 ? $part : substr($part, $at));
            $written = $count !== false && $count > 0;
        }
    }
    $written = $written && durable($file);
    if (!$written) {
        ftruncate($file, $end);
    }
    $written = fclose($file) && $written;
    clearstatcache();
    if (!$written || filesize($path) !== $end + strlen($head) + strlen($sealed)) {
        throw new Refusal(503);
    }
    fclose($lock);
}

// ---- The gateway's side: status and inbound.

// The body, whole; the gateway is told success for nothing less.
function body(): string
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        return '';
    }
    $length = (string) ($_SERVER['CONTENT_LENGTH'] ?? '');
    if ($length === '') {
        if ((string) ($_SERVER['QUERY_STRING'] ?? '') !== '' && !isset($_SERVER['HTTP_TRANSFER_ENCODING'])) {
            return '';
        }
        throw new Refusal(411);
    }
    if (!preg_match('/^\d{1,12}$/', $length)) {
        throw new Refusal(400);
    }
    if ((int) $length > LONGEST_BODY) {
        throw new Refusal(413);
    }
    $body = (string) file_get_contents('php://input', false, null, 0, LONGEST_BODY + 1);
    if (strlen($body) !== (int) $length) {
        throw new Refusal(503);
    }
    return $body;
}

function printable(string $text): string
{
    return substr((string) preg_replace('/[^\x20-\x7e]/', '', $text), 0, 200);
}

function take(string $leaf): void
{
    $method = (string) $_SERVER['REQUEST_METHOD'];
    if ($method !== 'GET' && $method !== 'POST') {
        throw new Refusal(405, '', ['Allow: GET, POST']);
    }
    $coding = strtolower((string) ($_SERVER['HTTP_CONTENT_ENCODING'] ?? 'identity'));
    if ($coding !== 'identity' && $coding !== '') {
        throw new Refusal(415);
    }
    $query = (string) ($_SERVER['QUERY_STRING'] ?? '');
    if (strlen($query) > LONGEST_QUERY) {
        throw new Refusal(414);
    }
    $body = body();
    $head = json_encode([
        'v' => 1,
        'leaf' => $leaf,
        'method' => $method,
        'type' => printable((string) ($_SERVER['CONTENT_TYPE'] ?? '')),
        'at' => (int) round(microtime(true) * 1000),
        'peer' => printable((string) ($_SERVER['REMOTE_ADDR'] ?? '')),
        'query' => strlen($query),
        'body' => strlen($body),
    ], JSON_UNESCAPED_SLASHES);
    $sealed = sodium_crypto_box_seal($head . "\n" . $query . $body, base64_decode(PUBLIC_KEY));
    store($leaf === 'status' ? 's' : 'i', $sealed);
    answer(200, 'true', 'text/plain');
}

// ---- The office's side: test, events, done.

function asked(string $name): string
{
    $value = $_GET[$name] ?? '';
    return is_string($value) && preg_match('/^[A-Za-z0-9_-]{1,64}$/', $value) ? $value : '';
}

function number(string $name): int
{
    $value = asked($name);
    if (!preg_match('/^\d{1,15}$/', $value)) {
        throw new Refusal(400, told(['error' => 'number']));
    }
    return (int) $value;
}

function bytes_of(string $setting): int
{
    $value = trim((string) ini_get($setting));
    $units = ['k' => 1024, 'm' => 1024 * 1024, 'g' => 1024 * 1024 * 1024];
    return (int) $value * ($units[strtolower(substr($value, -1))] ?? 1);
}

function facts(array $state): array
{
    return [
        'now' => (int) round(microtime(true) * 1000),
        'key' => PUBLIC_KEY,
        'full' => is_full($state, 's', 0),
    ];
}

function test(): void
{
    if (!function_exists('sodium_crypto_box_seal')) {
        throw new Refusal(503, told(['error' => 'sodium']));
    }
    $folder = made_folder();
    $lock = locked($folder);
    forget_old($folder);
    $state = state($folder);
    if (!put_whole($folder . '/test', (string) mt_rand())) {
        throw new Refusal(503, told(['error' => 'folder']));
    }
    unlink($folder . '/test');
    $largest = bytes_of('post_max_size');
    $body = told(facts($state) + [
        'left' => $state['events'],
        'fsync' => function_exists('fsync'),
        'largestBody' => $largest > 0 ? min($largest, LONGEST_BODY) : LONGEST_BODY,
        'shows' => SHOWS_ERRORS,
        'by' => 'PHP ' . PHP_VERSION,
    ]);
    fclose($lock);
    answer(200, $body);
}

function events(): void
{
    $after = number('after');
    $folder = made_folder();
    $lock = locked($folder);
    $state = state($folder);
    $after = max($after, $state['done']);
    $chosen = [];
    $open = [];
    $bytes = 0;
    $full = false;
    $numbers = array_keys($state['files']);
    foreach ($numbers as $index => $number) {
        if ($full) {
            break;
        }
        if (isset($numbers[$index + 1]) && $numbers[$index + 1] <= $after + 1) {
            continue;
        }
        $path = $state['files'][$number];
        $open[$path] = fopen($path, 'rb');
        $choose = function (int $n, string $kind, int $size, int $at) use ($after, $path, &$chosen, &$bytes, &$full) {
            if ($n <= $after) {
                return true;
            }
            $full = count($chosen) === EVENTS_AN_ANSWER || ($chosen !== [] && $bytes + $size > BYTES_AN_ANSWER);
            if ($full) {
                return false;
            }
            $chosen[] = [$n, $path, $at, $size];
            $bytes += $size;
            return true;
        };
        each_event($path, $choose);
    }
    $left = $chosen === [] ? 0 : max(0, $state['last'] - end($chosen)[0]);
    $facts = facts($state);
    fclose($lock); // a slow line must not keep the gateway waiting: what is open stays as it is

    answer(200, substr(told($facts + ['left' => $left]), 0, -1) . ',"events":[');
    foreach ($chosen as $index => [$n, $path, $at, $size]) {
        echo $index === 0 ? '' : ',', '{"n":', $n, ',"sealed":"';
        fseek($open[$path], $at);
        for ($sent = 0; $sent < $size; $sent += strlen($piece)) {
            $piece = (string) stream_get_contents($open[$path], min($size - $sent, 3 * 65536));
            if ($piece === '') {
                return; // the answer is cut short, which nobody takes for a whole one
            }
            echo base64_encode($piece);
        }
        echo '"}';
    }
    echo ']}';
}

// Forgets what the office has stored.
function done(): void
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        throw new Refusal(405, '', ['Allow: POST']);
    }
    $upto = number('upto');
    $folder = made_folder();
    $lock = locked($folder);
    $state = state($folder);
    $upto = min($upto, $state['last']);
    if ($upto > $state['done'] && !put_whole($folder . '/done', (string) $upto)) {
        throw new Refusal(503, told(['error' => 'folder']));
    }
    $numbers = array_keys($state['files']);
    foreach ($numbers as $index => $number) {
        $last = isset($numbers[$index + 1]) ? $numbers[$index + 1] - 1 : $state['last'];
        if ($last <= max($upto, $state['done'])) {
            $path = $state['files'][$number];
            $whole = each_event($path, function (): bool {
                return true;
            }) >= 0;
            $whole ? unlink($path) : rename($path, $folder . '/damaged-' . $number); // for a person to look at
        }
    }
    $body = told(facts(state($folder)));
    fclose($lock);
    answer(200, $body);
}

// ---- Who asks for what.

// What follows the file's own name in the address, also where the web server does not say it.
function place(): string
{
    $info = (string) ($_SERVER['PATH_INFO'] ?? '');
    if ($info !== '') {
        return $info;
    }
    $path = (string) strtok((string) ($_SERVER['REQUEST_URI'] ?? ''), '?');
    $name = '/' . basename(__FILE__) . '/';
    $at = strpos($path, $name);
    return $at === false ? '' : substr($path, $at + strlen($name) - 1);
}

function dispatch(): void
{
    $place = place();
    if (preg_match('#^/([^/]*)/(status|inbound)$#D', $place, $found)) {
        if (!hash_equals(hash('sha256', SECRET), hash('sha256', $found[1]))) {
            throw new Refusal(404);
        }
        try {
            take($found[2]);
        } catch (Throwable $failure) {
            if (headers_sent()) {
                // A shown error of PHP's own has begun an answer of success. The gateway gives up after 60 seconds.
                set_time_limit(PATIENCE_SECONDS + 30);
                sleep(PATIENCE_SECONDS);
            }
            throw $failure;
        }
        return;
    }
    $key = (string) ($_SERVER['HTTP_X_BUDSTIKKE_KEY'] ?? '');
    $does = ['/test' => 'test', '/events' => 'events', '/done' => 'done'][$place] ?? '';
    if ($key === '' || $does === '') {
        throw new Refusal(404);
    }
    if (!hash_equals(FETCH_KEY_HASH, hash('sha256', $key))) {
        throw new Refusal(403, told(['error' => 'key']));
    }
    $does();
}

try {
    dispatch();
} catch (Refusal $refusal) {
    answer($refusal->getCode(), $refusal->getMessage(), 'application/json', $refusal->fields);
} catch (Throwable $failure) {
    answer(503, '');
}
