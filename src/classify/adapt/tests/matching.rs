//! The matcher finds what a plain search finds, and what it costs doesn't grow.

use crate::classify::adapt::matcher::Matcher;
use crate::language::Language;
use crate::text::{TokenKind, fold, tokens};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::ops::Range;

fn matcher(phrases: &[String]) -> Matcher {
    let mut matcher = Matcher::default();
    for (number, phrase) in phrases.iter().enumerate() {
        matcher.insert(phrase, None, number);
    }
    matcher
}

fn find(matcher: &Matcher, text: &str) -> Vec<(Range<usize>, usize)> {
    let mut found = Vec::new();
    matcher.find(text, Language::Dutch, |range, entry| found.push((range, entry)));
    found
}

/// Every phrase tried at every word.
fn naive(phrases: &[String], text: &str) -> Vec<(Range<usize>, usize)> {
    let split = |text: &str| {
        let mut sentence = 0;
        let mut words = Vec::new();
        for token in tokens(text) {
            if token.kind() == TokenKind::Punctuation {
                sentence += usize::from(token.text().contains(['.', '!', '?', '…']));
            } else {
                words.push((fold(token.text()).into_owned(), token.range(), sentence));
            }
        }
        words
    };
    let (words, mut found, mut at) = (split(text), Vec::new(), 0);
    while at < words.len() {
        let mut best: Option<(usize, usize)> = None;
        for (number, phrase) in phrases.iter().enumerate() {
            let phrase = split(phrase);
            let Some(here) = words.get(at..at + phrase.len()) else { continue };
            let same = here.iter().zip(&phrase).all(|(a, b)| a.0 == b.0);
            let together = here.iter().all(|word| word.2 == here[0].2);
            if same && together && best.is_none_or(|(length, _)| phrase.len() >= length) {
                best = Some((phrase.len(), number));
            }
        }
        match best {
            Some((length, number)) => {
                found.push((words[at].1.start..words[at + length - 1].1.end, number));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

proptest! {
    #[test]
    fn it_finds_what_a_plain_search_finds(
        phrases in vec(vec(select(vec!["a", "b", "É", "#c", "7", "😡"]), 1..4), 1..8),
        words in vec(select(vec!["a", "B", "é", "#c", "7", "😡", ", ", ". ", "x", "\n"]), 0..30),
    ) {
        let phrases: Vec<String> = phrases.iter().map(|words| words.join(" ")).collect();
        let text = words.join(" ");
        prop_assert_eq!(find(&matcher(&phrases), &text), naive(&phrases, &text));
    }
}

#[test]
fn hostile_texts_and_many_phrases_are_no_trouble() {
    let many: Vec<String> = (0..10_000).map(|number| format!("woord{number} zin")).collect();
    let mut phrases = vec!["a a a a a a a a a a a a a a a b".to_owned(), "zorblat".to_owned()];
    phrases.extend(many);
    let matcher = matcher(&phrases);
    for piece in ["a ", "a", "\u{301}", "\u{200d}", "😡", "zorblat ", "#", "'s "] {
        let text = piece.repeat(1_000_000 / piece.len());
        let found = find(&matcher, &text);
        let expected = if piece == "zorblat " { 1_000_000 / piece.len() } else { 0 };
        assert_eq!(found.len(), expected, "{piece:?}");
    }
    assert_eq!(find(&matcher, "dit is woord9999-zin."), [(7..20, 10_001)]);
}
