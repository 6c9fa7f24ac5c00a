//! The contract on files, and what is particular to files.

use super::JsonLinesChannel;
use crate::channel::conformance::{Harness, Placed, Subject, run_all};
use crate::channel::{
    self, Capability, Channel, Cursor, Error, IdempotencyKey, Inbound, InboundExt, Profile,
};
use crate::mention::{ChannelKind, Mention};
use crate::reply::{Draft, Reply};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pollster::block_on;
use serde_json::Value;
use std::fs::{self, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir()
            .join(format!("webcare-json-lines-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn inbox(&self) -> PathBuf {
        self.0.join("in.jsonl")
    }

    fn outbox(&self) -> PathBuf {
        self.0.join("out.jsonl")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn append(path: &Path, bytes: &[u8]) {
    let mut file = OpenOptions::new().append(true).create(true).open(path).unwrap();
    file.write_all(bytes).unwrap();
}

fn append_mention(path: &Path, mention: &Mention) {
    let mut line = serde_json::to_vec(mention).unwrap();
    line.push(b'\n');
    append(path, &line);
}

struct Files {
    profile: Profile,
    by_path: bool,
}

struct Opened {
    folder: Folder,
    by_path: bool,
    channel: JsonLinesChannel,
}

fn open(profile: Profile, folder: &Folder, by_path: bool) -> Result<JsonLinesChannel, Error> {
    let answers = !profile.capabilities().is_empty();
    let builder = JsonLinesChannel::builder(profile);
    let builder = if by_path {
        builder.read_from(folder.inbox())
    } else {
        builder.read(fs::File::open(folder.inbox()).unwrap())
    };
    if answers { builder.append_to(folder.outbox()) } else { builder }.build()
}

#[async_trait]
impl Harness for Files {
    async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error> {
        let folder = Folder::new();
        append(&folder.inbox(), b"");
        for mention in &mentions {
            append_mention(&folder.inbox(), mention);
        }
        let channel = open(self.profile.clone(), &folder, self.by_path)?;
        Ok(Box::new(Opened { folder, by_path: self.by_path, channel }))
    }
}

#[async_trait]
impl Subject for Opened {
    fn channel(&self) -> &dyn Channel {
        &self.channel
    }

    async fn arrive(&self, mention: Mention) -> Result<(), Error> {
        append_mention(&self.folder.inbox(), &mention);
        Ok(())
    }

    async fn arrive_unreadable(&self) -> Result<bool, Error> {
        append(&self.folder.inbox(), b"{\"text\": 7}\n");
        Ok(true)
    }

    async fn placed(&self) -> Result<Vec<Placed>, Error> {
        let Ok(text) = fs::read_to_string(self.folder.outbox()) else { return Ok(Vec::new()) };
        Ok(text.lines().map(|line| placed(&serde_json::from_str(line).unwrap())).collect())
    }

    async fn restart(&mut self) -> Result<(), Error> {
        self.channel = open(self.channel.profile().clone(), &self.folder, self.by_path)?;
        Ok(())
    }
}

fn placed(line: &Value) -> Placed {
    Placed {
        external_id: line["external_id"].as_str().unwrap().to_owned(),
        in_reply_to: line["in_reply_to"].as_str().map(str::to_owned),
        audience: serde_json::from_value(line["audience"].clone()).unwrap(),
        text: line["text"].as_str().unwrap().to_owned(),
    }
}

#[test]
fn the_channel_of_files_keeps_the_contract() {
    for profile in channel::conformance::tests::profiles() {
        for by_path in [true, false] {
            let harness = Files { profile: profile.clone(), by_path };
            let report = block_on(run_all(&harness));
            assert!(report.is_conformant(), "{}\n{report}", profile.kind());
        }
    }
}

fn forum() -> Profile {
    Profile::builder(ChannelKind::Forum)
        .account("dorpsplein")
        .capability(Capability::PublicReply)
        .build()
        .unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-02T12:00:00Z".parse().unwrap()
}

fn reply(text: &str) -> Reply {
    let asked = Mention::builder("m-1")
        .external_id("77")
        .channel(ChannelKind::Forum)
        .account("dorpsplein")
        .text("Is de bieb open?")
        .build()
        .unwrap();
    Draft::to(&asked).text(text).fit(forum()).unwrap()
}

fn send(channel: &JsonLinesChannel, text: &str, key: &str) -> Result<channel::Receipt, Error> {
    block_on(channel::send(channel, &reply(text), &IdempotencyKey::new(key).unwrap(), now()))
}

#[test]
fn an_unfinished_line_is_not_yet_a_mention() {
    let folder = Folder::new();
    append(&folder.inbox(), b"{\"text\": \"een\"}\n{\"text\": \"tw");
    let channel = open(forum(), &folder, true).unwrap();
    let page = block_on(channel.fetch(None, 10)).unwrap();
    assert_eq!((page.items().len(), page.has_more()), (1, false));
    assert_eq!(page.next().unwrap().as_str(), "16:1");

    append(&folder.inbox(), b"ee\"}\n");
    let page = block_on(channel.fetch(page.next(), 10)).unwrap();
    let mention = page.mentions().next().unwrap();
    assert_eq!((mention.text(), mention.id().as_str()), ("twee", "line-2"));
    assert_eq!(mention.account(), Some("dorpsplein"));
    assert_eq!(page.next().unwrap().as_str(), "33:2");
}

#[test]
fn what_cannot_be_read_says_where_it_stands() {
    let folder = Folder::new();
    append(
        &folder.inbox(),
        b"{\"text\": \"een\"}\n\n{\"text\": \"a\", \"stars\": 9}\n{\"text\": \"b\", \"channel\": \"x\"}\n\
          {\"text\": \"c\", \"account\": \"elders\"}\n{\"text\": \"d\"}\n\n",
    );
    let channel = open(forum(), &folder, true).unwrap();
    for limit in [1, 2, 100] {
        let page = block_on(channel.fetch_all(None, limit)).unwrap();
        let faults: Vec<String> = page.unreadable().map(ToString::to_string).collect();
        assert_eq!(
            faults,
            [
                "line 3: stars: expected 0 to 5, found 9",
                "line 4: expected a mention on forum dorpsplein, found one on x dorpsplein",
                "line 5: expected a mention on forum dorpsplein, found one on forum elders",
            ]
        );
        let ids: Vec<&str> = page.mentions().map(|mention| mention.id().as_str()).collect();
        assert_eq!(ids, ["line-1", "line-6"]);
    }
}

#[test]
fn a_file_that_was_cut_or_replaced_is_noticed() {
    let folder = Folder::new();
    append(&folder.inbox(), b"{\"text\": \"een\"}\n{\"text\": \"twee\"}\n");
    let channel = open(forum(), &folder, true).unwrap();
    for (cursor, taken) in [
        ("16:1", true),
        ("33:2", true),
        ("0:0", true),
        ("15:1", false),
        ("34:2", false),
        ("0:4", false),
    ] {
        let page = block_on(channel.fetch(Some(&Cursor::new(cursor)), 1));
        assert_eq!(page.is_ok(), taken, "{cursor}");
        if let Err(error) = page {
            assert_eq!(
                error.to_string(),
                format!(
                    "no cursor of this channel: \"{cursor}\", no line starts there: the file was \
                     cut short or replaced"
                )
            );
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_not_found() {
    let folder = Folder::new();
    let channel = open(forum(), &folder, true).unwrap();
    let error = block_on(channel.fetch(None, 1)).unwrap_err();
    assert!(matches!(error, Error::NotFound { .. }), "{error}");
    assert!(error.to_string().contains("in.jsonl"), "{error}");

    let nowhere = folder.0.join("no").join("out.jsonl");
    let error = JsonLinesChannel::builder(forum()).append_to(nowhere).build().unwrap_err();
    assert!(matches!(error, Error::NotFound { .. }), "{error}");
    let error = JsonLinesChannel::builder(forum()).append_to(&folder.0).build().unwrap_err();
    assert!(matches!(error, Error::Refused { .. }), "{error}");
    let read_only = Profile::builder(ChannelKind::Forum).build().unwrap();
    let error = JsonLinesChannel::builder(read_only).append_to("x").build().unwrap_err();
    assert!(matches!(error, Error::Broken { .. }), "{error}");
}

#[test]
fn a_channel_without_a_source_cannot_be_read() {
    let folder = Folder::new();
    let channel = JsonLinesChannel::builder(forum()).append_to(folder.outbox()).build().unwrap();
    assert!(channel.inbound().is_none());
    let error = block_on(channel.fetch(None, 1)).unwrap_err();
    assert!(matches!(error, Error::NotReadable), "{error}");
}

#[test]
fn an_answer_is_one_line() {
    let folder = Folder::new();
    let channel = open(forum(), &folder, true).unwrap();
    let receipt = send(&channel, "Ja,\ntot vijf uur.", "k-1").unwrap();
    assert_eq!((receipt.external_id(), receipt.at()), ("sent-1", Some(now())));
    assert_eq!(
        fs::read_to_string(folder.outbox()).unwrap(),
        "{\"key\":\"k-1\",\"external_id\":\"sent-1\",\"at\":\"2026-11-02T12:00:00Z\",\
         \"in_reply_to\":\"77\",\"mention\":\"m-1\",\"channel\":\"forum\",\
         \"account\":\"dorpsplein\",\"audience\":\"public\",\"text\":\"Ja,\\ntot vijf uur.\"}\n"
    );
}

#[test]
fn a_torn_line_is_passed_over_and_its_answer_sent_again() {
    let folder = Folder::new();
    let channel = open(forum(), &folder, true).unwrap();
    send(&channel, "Een.", "k-1").unwrap();
    let whole = fs::read(folder.outbox()).unwrap();
    // Whatever is left of a second line after a crash, the first one is known.
    send(&channel, "Twee.", "k-2").unwrap();
    let both = fs::read(folder.outbox()).unwrap();
    for cut in whole.len()..=both.len() {
        fs::write(folder.outbox(), both.get(..cut).unwrap()).unwrap();
        let channel = open(forum(), &folder, true).unwrap();
        assert!(send(&channel, "Een.", "k-1").unwrap().is_replay(), "cut at {cut}");
        let again = send(&channel, "Twee.", "k-2").unwrap();
        // A line that lacks only its break is whole.
        assert_eq!(again.is_replay(), cut + 1 >= both.len(), "cut at {cut}");
        assert!(!send(&channel, "Drie.", "k-3").unwrap().is_replay());

        let channel = open(forum(), &folder, true).unwrap();
        for (text, key) in [("Een.", "k-1"), ("Twee.", "k-2"), ("Drie.", "k-3")] {
            assert!(send(&channel, text, key).unwrap().is_replay(), "cut at {cut}: {key}");
        }
        let lines = fs::read_to_string(folder.outbox()).unwrap();
        let whole = lines.lines().filter(|line| serde_json::from_str::<Value>(line).is_ok());
        let ids: Vec<String> =
            whole.map(|line| placed(&serde_json::from_str(line).unwrap()).external_id).collect();
        assert_eq!(ids.len(), 3, "cut at {cut}: {lines}");
        let mut unique = ids.clone();
        unique.dedup();
        assert_eq!(ids, unique, "cut at {cut}");
    }
}

#[test]
fn lines_of_others_among_the_answers_do_no_harm() {
    let folder = Folder::new();
    append(&folder.outbox(), b"# answers\n\n\xff\xfe\n{\"key\": \"k-9\"}\n");
    let channel = open(forum(), &folder, true).unwrap();
    assert_eq!(send(&channel, "Een.", "k-1").unwrap().external_id(), "sent-5");
    assert!(!send(&channel, "Negen.", "k-9").unwrap().is_replay());
}

/// A source that fails after some bytes.
struct Worn(io::Cursor<Vec<u8>>, u64);

impl Read for Worn {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.1.saturating_sub(self.0.position())).unwrap();
        if left == 0 {
            return Err(io::Error::other("bad sector"));
        }
        let most = buffer.len().min(left);
        self.0.read(&mut buffer[..most])
    }
}

impl Seek for Worn {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn what_was_read_before_an_error_is_delivered_first() {
    let input = b"{\"text\": \"een\"}\n{\"text\": \"twee\"}\n".to_vec();
    let profile = Profile::builder(ChannelKind::Forum).build().unwrap();
    let source = Worn(io::Cursor::new(input), 20);
    let channel = JsonLinesChannel::builder(profile).read(source).build().unwrap();
    let page = block_on(channel.fetch(None, 10)).unwrap();
    assert_eq!((page.items().len(), page.has_more()), (1, true));
    let error = block_on(channel.fetch(page.next(), 10)).unwrap_err();
    assert!(error.is_retryable());
    assert_eq!(error.to_string(), "did not work this time: line 2: could not be read: bad sector");
}
