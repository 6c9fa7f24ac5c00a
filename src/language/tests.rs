//! Cases and invariants of the room.

use super::model::{CODES, MAGIC, Model, VERSION};
use super::{BuiltIn, Detector, Language};
use proptest::prelude::*;
use std::collections::BTreeSet;

const MESSAGES: &str = include_str!("../../testdata/language/messages.toml");

/// The messages, with their group and the code that is expected.
fn messages() -> Vec<(String, String, String)> {
    let file: toml::Table = MESSAGES.parse().unwrap();
    let mut messages = Vec::new();
    for (language, groups) in file {
        for (group, texts) in groups.as_table().unwrap() {
            let code = if language == "other" { group } else { &language };
            for text in texts.as_array().unwrap() {
                let text = text.as_str().unwrap().to_owned();
                messages.push((format!("{language}.{group}"), text, code.clone()));
            }
        }
    }
    messages
}

/// What is told although it should not be.
const KNOWN_MISSES: [&str; 1] = ["was"];

/// What is told with less than half the confidence.
const UNSURE: [&str; 1] = ["Die delivery was weer te laat, really?"];

#[test]
fn every_message_is_told() {
    let mut texts = BTreeSet::new();
    let mut wrong = Vec::new();
    for (group, text, code) in messages() {
        let found = BuiltIn::new().detect(&text);
        let misses = found.language().as_str() != code;
        if misses != KNOWN_MISSES.contains(&text.as_str()) {
            wrong.push(format!("{group}: {text:?} is {} {}", found.language(), found.confidence()));
        }
        assert!(texts.insert(text.clone()), "{text} occurs twice");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_answer_says_why() {
    for (group, text, code) in messages() {
        let found = BuiltIn::new().detect(&text);
        if KNOWN_MISSES.contains(&text.as_str()) {
            continue;
        }
        if code == "und" {
            assert_eq!(found, super::Detection::undetermined(), "{text}");
        } else {
            assert!(!found.evidence().is_empty(), "{group}: {text:?} has no evidence");
            let sure = found.confidence().get() > 0.5;
            let unsure = UNSURE.contains(&text.as_str());
            assert!(sure != unsure, "{group}: {text:?} {}", found.confidence());
        }
    }
}

#[test]
fn evidence_is_words_in_order_with_the_telling_ones_positive() {
    let text = "De customer service van @the_shop is weer niet thuis";
    let found = BuiltIn::new().detect(text);
    assert!(found.is(Language::Dutch));
    let quotes: Vec<_> = found.evidence().iter().map(|told| told.quote(text).unwrap()).collect();
    let positions: Vec<_> = found.evidence().iter().map(|e| e.place().text_range()).collect();
    assert!(positions.is_sorted_by_key(|range| range.as_ref().map(|range| range.start)));
    for (word, towards) in [("niet", true), ("weer", true), ("customer", false)] {
        let at = quotes.iter().position(|quote| *quote == word).unwrap();
        assert_eq!(found.evidence()[at].weight() > 0.0, towards, "{word}");
        assert_eq!(found.evidence()[at].cause(), "frequent word");
    }
    assert!(!quotes.contains(&"@the_shop"));
}

#[test]
fn a_word_in_no_list_tells_by_its_spelling() {
    let text = "schadevergoedingsregeling";
    let found = BuiltIn::new().detect(text);
    assert!(found.is(Language::Dutch));
    assert_eq!(found.evidence()[0].cause(), "spelling");
}

#[test]
fn only_the_strongest_evidence_is_given() {
    let text = "ik wil niet dat jullie mij nog een keer zomaar laten wachten op dat pakje van gisteren want zo is er niks aan";
    let found = BuiltIn::new().detect(text);
    assert_eq!(found.evidence().len(), 12);
    let quotes: Vec<_> = found.evidence().iter().map(|told| told.quote(text).unwrap()).collect();
    assert!(quotes.contains(&"niet"), "{quotes:?}");
}

#[test]
fn what_is_no_word_does_not_count() {
    let bare = BuiltIn::new().detect("geen reactie gekregen");
    let dressed = BuiltIn::new().detect(
        "@where_are_you geen reactie gekregen #this #is #bad https://the-shop.com/help a.b@the.com 12",
    );
    assert_eq!(bare.language(), dressed.language());
    assert_eq!(bare.confidence(), dressed.confidence());
}

#[test]
fn accents_may_be_left_out() {
    for text in ["één keer geïrriteerd", "een keer geirriteerd", "e\u{301}e\u{301}n keer"] {
        assert!(BuiltIn::new().detect(text).is(Language::Dutch), "{text}");
    }
}

#[test]
fn words_beyond_the_first_are_not_read() {
    let text = format!("{} {}", "niet ".repeat(300), "nothing ".repeat(3000));
    assert!(BuiltIn::new().detect(&text).is(Language::Dutch));
    let text = "nothing ".repeat(300) + &"niet ".repeat(30_000);
    assert!(BuiltIn::new().detect(&text).is(Language::English));
}

/// Whatever is quadratic in the length of a text, or of a word, would not finish here.
#[test]
fn hostile_text_is_read_in_one_pass() {
    for piece in ["a", "ab", "a'", "я", "你", "a\u{301}", "e ", "! ", "aaab", "z\u{200d}"] {
        let _ = BuiltIn::new().detect(&piece.repeat(300_000 / piece.len()));
    }
}

const MODEL: &[u8] = include_bytes!("../../data/language/model.bin");

#[test]
fn the_model_is_what_its_head_says() {
    let number = |at: usize| u32::from_le_bytes(MODEL[at..at + 4].try_into().unwrap());
    assert_eq!(MODEL[..8], MAGIC);
    assert_eq!(number(8), VERSION);
    assert_eq!(number(12) as usize, MODEL.len() - 24);
    let sum = MODEL[24..].iter().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!((sum ^ sum >> 32).to_le_bytes(), MODEL[16..24], "the checksum");
    assert!(MODEL.len() <= 1_000_000, "{} bytes", MODEL.len());
}

#[test]
fn the_model_names_what_it_was_trained_on() {
    let sources = Model::of(MODEL).unwrap().sources();
    assert!(sources.contains("lang/tatoeba.jsonl"), "{sources}");
    for line in sources.lines() {
        let (count, name) = line.split_once(' ').unwrap();
        assert!(count.parse::<usize>().unwrap() > 0, "{name}");
    }
    assert!(Model::shipped().unit() > 0.0);
    assert_eq!((CODES[super::model::DUTCH], CODES[super::model::ENGLISH]), ("nl", "en"));
}

#[test]
fn another_format_is_no_model() {
    let with = |at: usize, byte: u8| {
        let mut bytes = MODEL.to_vec();
        bytes[at] ^= byte;
        bytes
    };
    assert!(Model::of(&[]).is_none());
    assert!(Model::of(&MODEL[..MODEL.len() - 1]).is_none());
    assert!(Model::of(&[MODEL, b"x"].concat()).is_none());
    for at in [0, 7, 8, 12] {
        assert!(Model::of(&with(at, 1)).is_none(), "byte {at}");
    }
    // The length of the names of the sources.
    assert!(Model::of(&with(27, 0x80)).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn evidence_lies_in_the_text(text in any::<String>()) {
        let found = BuiltIn::new().detect(&text);
        prop_assert!(found.evidence().len() <= 12);
        for told in found.evidence() {
            prop_assert!(told.quote(&text).is_some());
        }
        prop_assert!((0.0..=1.0).contains(&found.confidence().get()));
    }

    #[test]
    fn a_broken_model_is_read_without_panic(
        bytes in prop::collection::vec((24..MODEL.len(), any::<u8>()), 0..40),
        text in any::<String>(),
    ) {
        let mut model = MODEL.to_vec();
        for (at, byte) in bytes {
            model[at] = byte;
        }
        if let Some(model) = Model::of(&model) {
            let _ = super::heard::Heard::listen(&model, &text).judge(&text);
        }
    }

    #[test]
    fn what_is_no_word_changes_nothing(
        nth in 0..400_usize,
        noise in prop::sample::select(vec!["🙏", "@iemand", "#thisorthat", "https://www.the-end.com", "14:00"]),
    ) {
        let messages = messages();
        let (_, text, _) = &messages[nth % messages.len()];
        let found = BuiltIn::new().detect(&format!("{text} {noise}"));
        prop_assert_eq!(found.language(), BuiltIn::new().detect(text).language());
    }

    #[test]
    fn the_same_text_gives_the_same_answer(text in "[a-z '’éë]{0,60}") {
        prop_assert_eq!(BuiltIn::new().detect(&text), BuiltIn::new().detect(&text));
    }
}
