//! What the written messages must be: well formed, no two alike, and balanced.

use super::example::Task;
use super::written::{Message, files, given, messages};
use std::collections::{HashMap, HashSet};

/// Two messages may share at most this share of the shorter one's runs of three words.
const ALIKE: f64 = 0.5;
/// Messages with fewer runs are too short to be compared that way.
const LEAST_RUNS: usize = 4;
/// This many messages of a file may begin with the same three words.
const SAME_OPENING: usize = 8;

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_line_is_well_formed() {
    let messages = messages().expect("seven columns, three labels");
    assert!(messages.len() >= 3_000, "{} messages", messages.len());
    assert!(given().expect("an id, three labels").len() > 5_000);
    let dutch = messages.iter().filter(|message| message.is_dutch()).count();
    assert!(dutch * 3 > messages.len() && dutch * 3 < messages.len() * 2, "{dutch} Dutch");
}

#[test]
fn a_wrong_line_is_named() {
    use super::written::message;
    let fault = |line: &str| message(line, false).expect_err("a fault");
    assert_eq!(fault("nl-NL\trail"), "2 columns where 7 were expected");
    let line = "de-DE\trail\tx\tnegative\tcomplaint\tnormal\tZug weg";
    assert_eq!(fault(line), "\"de-DE\" where nl-XX or en-XX was expected");
    let line = "nl-NL\tRail\tx\tnegative\tcomplaint\tnormal\tTrein weg";
    assert_eq!(fault(line), "\"Rail\" where one lower-case word was expected");
    let line = "nl-NL\trail\tx\tangry\tcomplaint\tnormal\tTrein weg";
    assert_eq!(fault(line), "\"angry\" is no sentiment");
    let line = "nl-NL\trail\tx\t-\tcomplaint\tnormal\tTrein weg";
    assert_eq!(fault(line), "\"-\" where a label was expected");
    assert_eq!(fault("nl-NL\trail\tx\tnegative\tcomplaint\tnormal\t "), "no text");
}

#[test]
fn nobody_complains_without_feeling() {
    for message in messages().expect("messages") {
        let neutral = message.labels[0] == Task::Sentiment.label("neutral");
        let complaint = message.labels[1] == Task::Intent.label("complaint");
        assert!(!(neutral && complaint), "{}", message.text);
    }
}

#[test]
fn no_two_messages_are_the_same_or_too_alike() {
    let mut known: HashSet<Vec<String>> = HashSet::new();
    let mut runs: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    let messages = messages().expect("messages");
    let mut faults = Vec::new();
    for (nth, message) in messages.iter().enumerate() {
        let words = words(&message.text);
        let own: HashSet<Vec<String>> = words.windows(3).map(<[String]>::to_vec).collect();
        if words.len() > 2 && !known.insert(words) {
            faults.push(format!("twice: {}", message.text));
        }
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for other in own.iter().filter_map(|run| runs.get(run)).flatten() {
            *shared.entry(*other).or_default() += 1;
        }
        let most = shared.values().copied().max().unwrap_or_default();
        if own.len() >= LEAST_RUNS && most as f64 >= ALIKE * own.len() as f64 {
            faults.push(format!("alike: {}", message.text));
        }
        for run in own {
            runs.entry(run).or_default().push(nth);
        }
    }
    assert!(faults.is_empty(), "{}\n{} faults", faults.join("\n"), faults.len());
}

#[test]
fn openings_differ() {
    for path in files("corpus").expect("files") {
        let text = std::fs::read_to_string(&path).expect("a file");
        let mut openings: HashMap<Vec<String>, usize> = HashMap::new();
        for line in text.lines() {
            let words = words(line.rsplit('\t').next().unwrap_or_default());
            if words.len() >= 3 {
                *openings.entry(words[..3].to_vec()).or_default() += 1;
            }
        }
        for (opening, count) in openings {
            assert!(count <= SAME_OPENING, "{}: {opening:?} {count} times", path.display());
        }
    }
}

#[test]
fn every_label_is_frequent_enough_to_be_learnt() {
    let messages = messages().expect("messages");
    for dutch in [true, false] {
        let ours: Vec<&Message> =
            messages.iter().filter(|message| message.is_dutch() == dutch).collect();
        for task in Task::ALL {
            for name in task.names() {
                let label = task.label(name);
                let with = ours.iter().filter(|it| it.labels[task as usize] == label).count();
                let part = with as f64 / ours.len() as f64;
                assert!((0.03..0.65).contains(&part), "{name}: {part:.3}");
            }
        }
    }
}
