//! Reading mentions, and writing them again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader, Read};
use webcare::mention::{
    Attachment, AttachmentKind, Author, AuthorFlag, ChannelKind, Direction, Engagement, JsonLines,
    Mention, MentionKind, Origin, ParentState, Reach, Sender, Thread, Visibility,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadCase {
    name: String,
    json: String,
    becomes: Option<String>,
    error: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LinesCase {
    name: String,
    input: Option<String>,
    bytes: Option<Vec<u8>>,
    max: Option<usize>,
    #[serde(default)]
    whole: bool,
    lines: Vec<String>,
}

#[derive(Deserialize)]
struct Cases<T> {
    case: Vec<T>,
}

fn cases<T: for<'de> Deserialize<'de>>(text: &str, name: impl Fn(&T) -> &str) -> Vec<T> {
    let cases = toml::from_str::<Cases<T>>(text).unwrap().case;
    let names: BTreeSet<&str> = cases.iter().map(name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    cases
}

#[test]
fn each_object_becomes_the_mention_it_should() {
    for case in cases(include_str!("../testdata/mention/read.toml"), |c: &ReadCase| &c.name) {
        let name = &case.name;
        match (serde_json::from_str::<Mention>(&case.json), case.becomes, case.error) {
            (Ok(mention), Some(expected), None) => {
                let expected: Value = serde_json::from_str(&expected).expect(name);
                assert_eq!(serde_json::to_value(&mention).expect(name), expected, "{name}");
                let again: Mention = serde_json::from_value(expected).expect(name);
                assert_eq!(again, mention, "{name}: read again");
            }
            (Err(found), None, Some(expected)) => {
                let found = found.to_string();
                let (found, expected) = (found.as_str(), expected.as_str());
                assert_eq!(found, expected, "{name}");
            }
            (found, ..) => panic!("{name}: found {found:?}"),
        }
    }
}

#[test]
fn each_run_of_lines_becomes_what_it_should() {
    for case in cases(include_str!("../testdata/mention/lines.toml"), |c: &LinesCase| &c.name) {
        let bytes = case.bytes.unwrap_or_else(|| case.input.expect(&case.name).into_bytes());
        // However the source is cut into chunks, the lines are the same.
        for chunk in [1, 2, 3, 7, 8192] {
            let source = BufReader::with_capacity(chunk, bytes.as_slice());
            let lines = JsonLines::new(source);
            let lines =
                lines.max_line_bytes(case.max.unwrap_or(JsonLines::<&[u8]>::MAX_LINE_BYTES));
            let lines = if case.whole { lines.whole_lines() } else { lines };
            let found: Vec<String> = lines
                .map(|line| match line {
                    Ok(record) => format!("{}: {}", record.line(), record.mention().text()),
                    Err(error) => {
                        let shown = format!("line {}: {}", error.line(), error.message());
                        assert_eq!(error.to_string(), shown, "{}", case.name);
                        format!("{} {}", error.line(), error.message())
                    }
                })
                .collect();
            assert_eq!(found, case.lines, "{}, in chunks of {chunk}", case.name);
        }
    }
}

#[test]
fn the_offset_is_where_the_next_line_starts() {
    let input =
        "\u{feff}{\"text\":\"a\"}\r\n\n{broken\n{\"text\":\"een lang verhaal\"}\n{\"text\":\"b\"}";
    let mut lines = JsonLines::new(input.as_bytes()).max_line_bytes(20);
    let mut seen = vec![(lines.line(), lines.offset())];
    while lines.next().is_some() {
        seen.push((lines.line(), lines.offset()));
    }
    assert_eq!(seen, [(0, 0), (1, 17), (3, 26), (4, 54), (5, 66)]);
    assert_eq!(lines.offset(), input.len() as u64);

    let rest = &input.as_bytes()[54..];
    let mut lines = JsonLines::new(rest).resume(4, 54);
    assert_eq!(lines.next().unwrap().unwrap().line(), 5);
    assert_eq!((lines.line(), lines.offset()), (5, 66));

    let mut lines = JsonLines::new(&input.as_bytes()[26..]).resume(3, 26).whole_lines();
    lines.by_ref().for_each(drop);
    assert_eq!((lines.line(), lines.offset()), (4, 54));
}

#[test]
fn lines_that_name_no_source_get_that_of_the_reader() {
    let input = r#"{"text": "a"}
{"text": "b", "channel": "x", "account": "@dorp"}"#;
    let lines = JsonLines::new(input.as_bytes()).channel(ChannelKind::WhatsApp).account("+31");
    let found: Vec<Mention> = lines.map(|line| line.unwrap().into_mention()).collect();
    assert_eq!((found[0].channel(), found[0].account()), (&ChannelKind::WhatsApp, Some("+31")));
    assert!(found[0].visibility().is_private());
    assert_eq!((found[1].channel(), found[1].account()), (&ChannelKind::X, Some("@dorp")));
    assert!(found[1].visibility().is_public());
}

#[test]
fn in_code_blank_identifiers_are_none_as_well() {
    let mention = Mention::builder("m-1")
        .external_id("")
        .account(" ")
        .origin(Origin::Found { query: Some(String::new()) })
        .author(Author { name: Some("Bram".to_owned()), ..Author::handle("@") })
        .thread(Thread { id: Some(String::new()), ..Thread::reply_to("\t") })
        .build()
        .unwrap();
    assert_eq!((mention.external_id(), mention.account()), (None, None));
    assert_eq!(mention.dedup_key().external_id(), "m-1");
    assert_eq!((mention.thread(), mention.kind()), (&Thread::default(), &MentionKind::Post));
    assert_eq!((mention.author().key(), mention.author().label()), (Some("Bram"), "Bram"));
    assert_eq!(mention.origin().to_string(), "found");
    assert_eq!(Author::handle("@").label(), "");
}

/// A source that gives some bytes, is interrupted once, and then fails.
struct Failing {
    given: &'static [u8],
    interrupted: bool,
}

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.interrupted {
            self.interrupted = true;
            return Err(io::ErrorKind::Interrupted.into());
        }
        match self.given.read(buffer)? {
            0 => Err(io::Error::other("the disk is on fire")),
            some => Ok(some),
        }
    }
}

#[test]
fn after_an_error_of_the_source_nothing_more_comes() {
    for max in [5, 1000] {
        let given = b"{\"text\":\"ja\"}\n{\"text\":\"n".as_slice();
        let source = BufReader::with_capacity(4, Failing { given, interrupted: false });
        let mut lines = JsonLines::new(source).max_line_bytes(max);
        assert_eq!(lines.next().unwrap().is_ok(), max == 1000);
        let error = lines.next().unwrap().unwrap_err();
        assert!(error.is_source());
        assert_eq!(error.to_string(), "line 2: could not be read: the disk is on fire");
        assert!(std::error::Error::source(&error).is_some());
        assert!(lines.next().is_none());
    }
}

/// A source without end, but for a limit: `line` over and over.
struct Endless<'a> {
    line: &'a [u8],
    at: usize,
    left: u64,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?;
        let count = given.len().min(buffer.len());
        buffer[..count].copy_from_slice(&given[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Endless<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let rest = &self.line[self.at..];
        Ok(&rest[..rest.len().min(usize::try_from(self.left).unwrap_or(usize::MAX))])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count as u64;
        self.at = (self.at + count) % self.line.len();
    }
}

/// The most memory this process ever held, in bytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kib| kib * 1024)
}

#[test]
fn memory_stays_flat_however_long_the_input() {
    let before = peak_memory();
    let line = b"{\"text\":\"Waar blijft de bus naar Sluis?\"}\n";
    let source = Endless { line, at: 0, left: 50_000 * line.len() as u64 };
    assert_eq!(JsonLines::new(source).flatten().count(), 50_000);

    let long = vec![b'x'; 64 * 1024];
    let source = Endless { line: &long, at: 0, left: 1 << 27 };
    let mut lines = JsonLines::new(source);
    assert!(lines.next().unwrap().is_err());
    assert!(lines.next().is_none());
    if let (Some(before), Some(after)) = (before, peak_memory()) {
        // One line of the longest length is held, in a buffer that may have doubled.
        let grown = after - before;
        assert!(grown < 5 * JsonLines::<&[u8]>::MAX_LINE_BYTES as u64, "grew by {grown} bytes");
    }
}

#[test]
fn deep_nesting_is_passed_over_or_refused() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let ignored = format!(r#"{{"text": "a", "payload": {deep}}}"#);
    assert!(JsonLines::new(ignored.as_bytes()).next().unwrap().is_ok());
    let kept = format!(r#"{{"text": "a", "custom": {{"payload": {deep}}}}}"#);
    let error = JsonLines::new(kept.as_bytes()).next().unwrap().unwrap_err();
    assert_eq!(error.to_string(), "line 1: recursion limit exceeded at column 162");
}

fn word() -> impl Strategy<Value = String> {
    "[a-zé][a-zé_ -]{0,8}[a-z]"
}

fn instant() -> impl Strategy<Value = DateTime<Utc>> {
    // From the year 1 up to and including 9999, which RFC 3339 can write.
    (-62_135_596_800_i64..253_402_300_800, 0_u32..1_000_000_000)
        .prop_map(|(seconds, nanos)| DateTime::from_timestamp(seconds, nanos).unwrap())
}

fn author() -> impl Strategy<Value = Author> {
    let texts = proptest::collection::vec(proptest::option::of(word()), 5);
    let numbers = proptest::collection::vec(proptest::option::of(any::<u64>()), 2);
    let flags = prop_oneof![
        Just(AuthorFlag::Vip),
        Just(AuthorFlag::KnownCustomer),
        Just(AuthorFlag::Other("neighbour".to_owned()))
    ];
    (
        texts,
        numbers,
        any::<Option<bool>>(),
        proptest::option::of(instant()),
        proptest::collection::btree_set(flags, 0..3),
    )
        .prop_map(|(texts, numbers, verified, created_at, flags)| Author {
            id: texts[0].clone(),
            handle: texts[1].clone(),
            name: texts[2].clone(),
            url: texts[3].clone(),
            reach: Reach { followers: numbers[0], following: numbers[1], verified },
            created_at,
            location: texts[4].clone(),
            flags,
        })
}

fn thread() -> impl Strategy<Value = Thread> {
    let states = [ParentState::Known, ParentState::Missing, ParentState::Forbidden];
    let state = proptest::sample::select(states.to_vec());
    (proptest::collection::vec(proptest::option::of(".{1,8}"), 3), proptest::option::of(state))
        .prop_map(|(ids, state)| Thread {
            id: ids[0].clone(),
            root: ids[1].clone(),
            parent: ids[2].clone(),
            parent_state: state.unwrap_or_default(),
        })
}

fn attachment() -> impl Strategy<Value = Attachment> {
    (word(), any::<Option<u64>>(), proptest::option::of(".{0,8}")).prop_map(|(kind, bytes, alt)| {
        let kind = AttachmentKind::from(kind.as_str());
        Attachment { kind, url: alt.clone(), media_type: None, alt, bytes }
    })
}

fn engagement() -> impl Strategy<Value = Engagement> {
    (any::<[Option<u64>; 5]>(), proptest::option::of(instant())).prop_map(
        |(counts, observed_at)| {
            let [likes, replies, shares, quotes, views] = counts;
            Engagement { likes, replies, shares, quotes, views, observed_at }
        },
    )
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        proptest::collection::vec(any::<u32>(), 0..3).prop_map(Value::from),
    ]
}

prop_compose! {
    fn words()(
        channel in prop_oneof![
            proptest::sample::select(ChannelKind::WORDS).prop_map(str::to_owned),
            word(),
        ],
        kind in proptest::option::of(proptest::sample::select(MentionKind::WORDS)),
        origin in prop_oneof![
            Just(Origin::Directed),
            Just(Origin::OwnProperty),
            Just(Origin::Found { query: None }),
            word().prop_map(|query| Origin::Found { query: Some(query) }),
            word().prop_map(|word| Origin::from(word.as_str())),
        ],
        visibility in proptest::option::of(prop_oneof![
            Just(Visibility::Public),
            Just(Visibility::Private),
            Just(Visibility::Restricted("public".to_owned())),
            word().prop_map(Visibility::Restricted),
        ]),
        direction in prop_oneof![
            Just(Direction::Inbound),
            Just(Direction::Outbound(Sender::Unknown)),
            Just(Direction::Outbound(Sender::Bot)),
            Just(Direction::Outbound(Sender::Automation)),
            Just(Direction::Outbound(Sender::Agent(None))),
            word().prop_map(|name| Direction::Outbound(Sender::Agent(Some(name)))),
        ],
    ) -> (String, Option<&'static str>, Origin, Option<Visibility>, Direction) {
        (channel, kind, origin, visibility, direction)
    }
}

prop_compose! {
    fn mention()(
        id in "[^\\p{Cc}]{1,20}",
        texts in proptest::collection::vec(proptest::option::of(".{0,12}"), 6),
        text in any::<String>(),
        (channel, kind, origin, visibility, direction) in words(),
        times in proptest::collection::vec(proptest::option::of(instant()), 4),
        author in author(),
        flags in any::<(bool, bool)>(),
        stars in proptest::option::of(0_u8..=50),
        thread in thread(),
        attachments in proptest::collection::vec(attachment(), 0..3),
        engagement in proptest::option::of(engagement()),
        tags in proptest::collection::btree_set(".{0,6}", 0..4),
        custom in proptest::collection::btree_map(".{0,6}", value(), 0..4),
    ) -> Mention {
        let mut made = Mention::builder(id)
            .channel(ChannelKind::from(channel.as_str()))
            .origin(origin)
            .direction(direction)
            .author(author)
            .text(text)
            .truncated(flags.0)
            .promoted(flags.1)
            .thread(thread);
        macro_rules! set_if_given {
            ($($key:ident: $value:expr),*) => {
                $( if let Some(value) = $value { made = made.$key(value); } )*
            };
        }
        set_if_given!(
            kind: kind.map(MentionKind::from), visibility: visibility,
            external_id: texts[0].clone(), account: texts[1].clone(), title: texts[2].clone(),
            url: texts[3].clone(), platform_language: texts[4].clone(), raw: texts[5].clone(),
            published_at: times[0], received_at: times[1], edited_at: times[2],
            deleted_at: times[3], engagement: engagement,
            stars: stars.map(|tenths| f32::from(tenths) / 10.0)
        );
        for attachment in attachments {
            made = made.attachment(attachment);
        }
        for tag in tags {
            made = made.tag(tag);
        }
        let custom: BTreeMap<String, Value> = custom;
        for (key, value) in custom {
            made = made.custom(key, value);
        }
        made.build().unwrap()
    }
}

proptest! {
    #[test]
    fn a_mention_that_is_written_is_read_the_same(mention in mention()) {
        let json = serde_json::to_string(&mention).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Mention>(&json).unwrap(), &mention, "{}", json);
        let value = serde_json::to_value(&mention).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Mention>(value).unwrap(), &mention);
        let line = JsonLines::new(json.as_bytes()).next().unwrap().unwrap();
        prop_assert_eq!(line.mention(), &mention);
        let clocks = [mention.published_at(), mention.received_at()];
        if let [Some(published), Some(received)] = clocks {
            prop_assert!(published <= received);
        }
        for later in [mention.edited_at(), mention.deleted_at()].into_iter().flatten() {
            prop_assert!(mention.published_at().is_none_or(|published| published <= later));
        }
    }

    #[test]
    fn whatever_the_bytes_every_line_is_accounted_for(
        bytes in proptest::collection::vec(prop_oneof![
            any::<u8>(), Just(b'\n'), Just(b'"'), Just(b'{'), Just(b'\r'),
        ], 0..200),
        max in 0_usize..40,
    ) {
        let mut lines = JsonLines::new(bytes.as_slice()).max_line_bytes(max);
        let mut last = 0;
        for line in lines.by_ref() {
            let line = line.map_or_else(|error| error.line(), |record| record.line());
            prop_assert!(line > last);
            last = line;
        }
        let breaks = bytes.split(|byte| *byte == b'\n').count();
        let whole = if bytes.is_empty() || bytes.ends_with(b"\n") { breaks - 1 } else { breaks };
        prop_assert_eq!(lines.line(), whole as u64);
        prop_assert_eq!(lines.offset(), bytes.len() as u64);
    }
}
