/* SPDX-License-Identifier: GPL-3.0-or-later
 * curlpeer URL FILE INFLIGHT: posts each line of FILE as a JSON body, so many at once, with libcurl's
 * multi interface: the peer of our sending, without a journal. Prints the seconds it took. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t drop(char *data, size_t size, size_t count, void *user) {
  (void)data;
  (void)user;
  return size * count;
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  FILE *file = fopen(argv[2], "r");
  if (!file) return 2;
  int inFlight = atoi(argv[3]), running = 0, failed = 0, posted = 0;
  CURLM *multi = curl_multi_init();
  struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
  headers = curl_slist_append(headers, "Expect:");
  char *line = NULL;
  size_t room = 0;
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  int more = 1, under = 0;
  while (more || under > 0) {
    while (more && under < inFlight) {
      ssize_t length = getline(&line, &room, file);
      if (length <= 0) {
        more = 0;
        break;
      }
      CURL *easy = curl_easy_init();
      curl_easy_setopt(easy, CURLOPT_URL, argv[1]);
      curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)length);
      curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, line);
      curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, drop);
      curl_multi_add_handle(multi, easy);
      ++under;
    }
    curl_multi_perform(multi, &running);
    CURLMsg *message;
    int left;
    while ((message = curl_multi_info_read(multi, &left))) {
      long status = 0;
      curl_easy_getinfo(message->easy_handle, CURLINFO_RESPONSE_CODE, &status);
      failed += message->data.result != CURLE_OK || status >= 300;
      ++posted;
      --under;
      CURL *easy = message->easy_handle;
      curl_multi_remove_handle(multi, easy);
      curl_easy_cleanup(easy);
    }
    if (under > 0 && (!more || under >= inFlight)) curl_multi_poll(multi, NULL, 0, 100, NULL);
  }
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("{\"seconds\":%f,\"posted\":%d,\"failed\":%d}\n",
         (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, posted, failed);
  return failed > 0;
}
