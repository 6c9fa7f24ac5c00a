//! Cases and invariants of the room.

use super::class::is_invisible;
use super::{Token, TokenKind, fold, is_elongated, squeezed, tokens};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TOKENS: &str = include_str!("../../testdata/text/tokens.toml");
const WORDS: &str = include_str!("../../testdata/text/words.toml");

fn table(source: &str, key: &str) -> Vec<toml::Table> {
    let file: toml::Table = source.parse().unwrap();
    let cases = file[key].as_array().unwrap();
    cases.iter().map(|case| case.as_table().unwrap().clone()).collect()
}

fn strings(value: &toml::Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn show(token: &Token<'_>) -> String {
    format!("{:?}:{}", token.kind(), token.text())
}

#[test]
fn every_case_gives_its_tokens() {
    let mut names = BTreeSet::new();
    for case in table(TOKENS, "case") {
        let name = case["name"].as_str().unwrap();
        assert!(names.insert(name.to_owned()), "{name} occurs twice");
        let text = case["text"].as_str().unwrap();
        let found: Vec<String> = tokens(text)
            .map(|token| {
                format!("{}:{}", format!("{:?}", token.kind()).to_lowercase(), token.text())
            })
            .collect();
        assert_eq!(found, strings(&case["tokens"]), "{name}");
    }
}

#[test]
fn every_word_folds_as_listed() {
    for case in table(WORDS, "fold") {
        let word = case["word"].as_str().unwrap();
        assert_eq!(fold(word), case["folded"].as_str().unwrap());
    }
}

#[test]
fn a_plain_word_is_folded_without_a_copy() {
    assert!(matches!(fold("didn't"), std::borrow::Cow::Borrowed("didn't")));
}

#[test]
fn every_drawn_out_word_squeezes_as_listed() {
    for case in table(WORDS, "squeeze") {
        let word = case["word"].as_str().unwrap();
        assert_eq!(squeezed(word), strings(&case["squeezed"]), "{word}");
        assert_eq!(is_elongated(word), !squeezed(word).is_empty(), "{word}");
    }
}

/// Whatever looks again at all that went before, for each piece, would not finish here.
#[test]
fn hostile_text_is_read_in_one_pass() {
    let size = 120_000;
    let pieces = [
        "a",
        ".",
        "a.",
        "a-",
        "a@",
        "a@b.",
        "@",
        "@a.",
        "#",
        "#1",
        "_",
        "http://",
        "http://(",
        "www.",
        "www.(",
        "1",
        "1.",
        "1a",
        "€",
        "€1,-",
        "'",
        "'s",
        "a'",
        ":",
        ":'",
        ":-",
        ":D",
        "D:",
        ">:",
        "<3",
        "(",
        "xD",
        "o_",
        "-_",
        "\u{301}",
        "a\u{301}",
        "\u{200d}",
        "a\u{200d}",
        "👩\u{200d}",
        "👍🏽",
        "🇳",
        "1\u{fe0f}",
        "#\u{20e3}",
        "\u{fe0f}",
        "ا",
        "你",
        "!?",
        "\u{202e}",
        "\u{feff}a",
        "\u{b4}",
        "a+b_",
    ];
    for piece in pieces {
        let text = piece.repeat(size / piece.len());
        assert!(tokens(&text).count() <= text.len(), "{piece:?}");
    }
}

/// Text out of the pieces that have rules, so that random text meets them.
fn social() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zA-Z]{1,4}",
        "[0-9]{1,3}",
        prop::sample::select(vec![
            " ",
            "  ",
            "\n",
            ".",
            ",",
            ":",
            "-",
            "@",
            "#",
            "'",
            "’",
            "´",
            "/",
            "://",
            "http",
            "www.",
            ".nl",
            ".com",
            ":)",
            "<3",
            "xD",
            "👍🏽",
            "👩\u{200d}👧",
            "🇳🇱",
            "1️⃣",
            "\u{301}",
            "\u{200d}",
            "\u{fe0f}",
            "€",
            "%",
            "é",
            "İ",
            "ß",
            "!",
            "?",
            "…",
            "_",
            "+",
            "(",
            ")",
            "*",
            "\u{ad}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn tokens_lie_in_order_on_char_boundaries(text in social()) {
        let mut before = 0;
        for token in tokens(&text) {
            prop_assert!(token.start() >= before, "{} overlaps", show(&token));
            prop_assert!(token.end() > token.start(), "empty at {}", token.start());
            prop_assert_eq!(text.get(token.range()), Some(token.text()));
            before = token.end();
        }
        prop_assert!(before <= text.len());
    }

    #[test]
    fn every_character_that_shows_is_in_a_token(text in social()) {
        let mut at = 0;
        let ends = tokens(&text).map(|token| (token.start(), token.end()));
        for (start, end) in ends.chain([(text.len(), text.len())]) {
            for c in text[at..start].chars() {
                prop_assert!(c.is_whitespace() || is_invisible(c), "{c:?} is in no token");
            }
            at = end;
        }
    }

    #[test]
    fn no_token_begins_or_ends_with_a_blank(text in social()) {
        for token in tokens(&text) {
            prop_assert_eq!(token.text().trim(), token.text());
        }
    }

    #[test]
    fn a_word_alone_is_the_same_word(text in social()) {
        for word in tokens(&text).filter(Token::is_word) {
            let alone: Vec<_> = tokens(word.text()).collect();
            prop_assert_eq!(alone.len(), 1, "{}", word.text());
        }
    }

    #[test]
    fn folding_twice_changes_nothing(word in any::<String>()) {
        let once = fold(&word).into_owned();
        prop_assert_eq!(&*fold(&once), &once);
    }

    #[test]
    fn folding_does_not_care_for_case(word in "[a-zàéïöüñç'’]{0,12}") {
        prop_assert_eq!(fold(&word.to_uppercase()).into_owned(), fold(&word).into_owned());
    }

    #[test]
    fn squeezed_forms_are_shorter_and_no_longer_drawn_out(word in "[a-c]{0,14}") {
        for form in squeezed(&word) {
            prop_assert!(form.len() < word.len());
            prop_assert!(!is_elongated(&form));
        }
    }

    #[test]
    fn kinds_tell_by_their_first_character(text in social()) {
        for token in tokens(&text) {
            match token.kind() {
                TokenKind::Handle => prop_assert!(token.text().starts_with('@')),
                TokenKind::Tag => prop_assert!(token.text().starts_with('#')),
                TokenKind::Email => prop_assert!(token.text().contains('@')),
                TokenKind::Link => prop_assert!(token.text().contains(['.', ':'])),
                _ => {}
            }
        }
    }
}
