//! The fixed face of the program `triage`, held from outside.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what is wrong by failing"
)]

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The program, which `cargo test` builds next to the tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let name = format!("triage{}", std::env::consts::EXE_SUFFIX);
    let program = tests.parent().unwrap().with_file_name("examples").join(name);
    assert!(program.exists(), "{} is not built; run `cargo test`", program.display());
    program
}

fn triage(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(program())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops early closes its input: that is for the test to judge.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn every_line_has_the_fixed_keys() {
    let line =
        r#"{"id": "a", "channel": "x", "text": "Waar blijft mijn pakje? Dit is al de derde keer!",
        "published_at": "2026-11-09T10:00:00", "reply": "We zoeken het uit. ^SD",
        "replied_at": "2026-11-09T11:00:00Z"}"#
            .replace('\n', " ");
    let output = triage(&["--json", "-"], &line);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let objects = objects(&output);
    let [one] = objects.as_slice() else { panic!("expected one object, found {objects:?}") };
    assert_eq!(
        keys(one),
        [
            "answered",
            "due",
            "evidence",
            "id",
            "intent",
            "language",
            "priority",
            "queue",
            "rules",
            "sentiment",
            "tags",
            "urgency"
        ]
    );
    assert_eq!(one["id"], "a");
    assert_eq!(one["language"], "nl");
    assert_eq!(keys(&one["sentiment"]), ["confidence", "polarity", "score"]);
    assert_eq!(keys(&one["intent"]), ["confidence", "label"]);
    assert_eq!(keys(&one["urgency"]), ["level", "reasons", "score"]);
    assert_eq!(one["sentiment"]["polarity"], "negative");
    let evidence = one["evidence"].as_array().unwrap();
    assert!(!evidence.is_empty());
    for piece in evidence {
        assert_eq!(keys(piece), ["end", "for", "start", "weight"]);
        assert!(piece["start"].as_u64().unwrap() < piece["end"].as_u64().unwrap());
    }
    assert_eq!(keys(&one["due"][0]), ["due_at", "metric", "status"]);
    assert_eq!(one["due"][0]["metric"], "first_response");
    assert_eq!(one["due"][0]["status"], "achieved");
    assert_eq!(one["answered"]["at"], "2026-11-09T11:00:00Z");
    assert_eq!(one["answered"]["by"], "SD");
    assert_eq!(one["answered"]["in_time"], true);
}

#[test]
fn the_smallest_line_is_a_text() {
    let output = triage(&["--json", "-"], r#"{"text": "Hoe laat gaan jullie open?"}"#);
    assert_eq!(output.status.code(), Some(0));
    let one = &objects(&output)[0];
    assert_eq!((&one["id"], &one["answered"]), (&Value::from("line-1"), &Value::Null));
}

#[test]
fn a_broken_line_is_told_by_its_number_and_the_rest_goes_on() {
    let input =
        "{\"text\": \"Top!\"}\n{\"text\": \n\n{\"id\": \"no text\"}\n{\"text\": \"Bedankt\"}\n";
    let output = triage(&["--json", "-"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(objects(&output).len(), 2);
    let told = text(&output.stderr);
    assert!(told.contains("line 2: "), "{told}");
    assert!(told.contains("line 4: text: expected a text, found none"), "{told}");
    assert!(told.lines().any(|line| line.split_whitespace().eq(["broken", "2"])), "{told}");
}

#[test]
fn the_same_answer_older_than_the_message_stops_its_clock() {
    let line = r#"{"text": "Werkt nog steeds niet", "published_at": "2026-11-09T12:00:00Z", "reply": "Hoi! ^LO", "replied_at": "2026-11-08T09:00:00Z"}"#;
    let output = triage(&["--json", "-", "--now", "2026-12-01T00:00:00Z"], line);
    let one = &objects(&output)[0];
    assert_eq!((&one["answered"]["in_time"], &one["answered"]["by"]), (&true.into(), &"LO".into()));
    assert_eq!(one["due"][0]["status"], "achieved");
}

#[test]
fn what_is_due_is_told_as_it_stands_at_the_given_moment() {
    // A Friday afternoon; eight opening hours later it is Monday afternoon.
    let line = r#"{"text": "Hoe zeg ik mijn abonnement op?", "channel": "x", "published_at": "2026-11-06T14:00:00+01:00"}"#;
    for (now, status) in [
        ("2026-11-06T14:00:00+01:00", "pending"),
        ("2026-11-09T13:30:00+01:00", "imminent"),
        ("2026-11-09T14:00:00+01:00", "imminent"),
        ("2026-11-09T14:00:01+01:00", "breaching"),
    ] {
        let output = triage(&["--json", "--now", now, "-"], line);
        let due = &objects(&output)[0]["due"][0];
        assert_eq!(due["due_at"], "2026-11-09T13:00:00Z", "{now}");
        assert_eq!(due["status"], status, "{now}");
    }
}

#[test]
fn the_sample_is_read_whole_and_summed_up() {
    let output = triage(&[], "");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    let value = |name: &str| {
        let line = printed.lines().find(|line| line.starts_with(name)).map(str::to_owned);
        line.unwrap_or_else(|| panic!("no {name} in {printed}"))
    };
    let lines = include_str!("../examples/data/sample.jsonl").lines().count();
    assert_eq!(value("mentions").split_whitespace().last(), Some(lines.to_string().as_str()));
    assert!(value("answered").contains("in time"));
    assert!(value("signed").contains("SD"));
}

#[test]
fn a_faulty_desk_is_refused_with_every_fault() {
    let folder = std::env::temp_dir().join(format!("webcare-triage-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("desk.toml");
    std::fs::write(
        &file,
        "[[rules]]\nid = \"a\"\nthen = { priority = \"yesterday\" }\n[[policies]]\nid = \"p\"\n\
         calendar = \"moon\"\nfirst_response = \"soon\"\n",
    )
    .unwrap();
    let output = triage(&["--config", file.to_str().unwrap(), "-"], "");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = text(&output.stderr);
    assert!(told.contains("rules[0].then.priority"), "{told}");
    assert!(told.contains("policies[0].first_response"), "{told}");
}

#[test]
fn a_file_that_is_not_there_does_not_stop_the_others() {
    let output = triage(&["/does/not/exist.jsonl", "-", "--json"], r#"{"text": "Hoi"}"#);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(objects(&output).len(), 1);
    assert!(text(&output.stderr).contains("/does/not/exist.jsonl: "));
    let output = triage(&["--frobnicate"], "");
    assert_eq!(output.status.code(), Some(2));
}
