//! What must hold whatever the message and the host's words are.

use super::{judge, only, sum};
use crate::classify::{
    BuiltIn, Classification, Intent, Known, KnownWeights, Override, Overrides, Thresholds,
    UrgencyLevel, WordList,
};
use crate::judgement::Evidence;
use crate::language::Language;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const WORDS: [&str; 26] = [
    "geweldig",
    "waardeloos",
    "niet",
    "bedankt",
    "storing",
    "gas",
    "ik ruik gas",
    "derde keer",
    "kapot",
    "zorblat",
    "zorblat deluxe",
    "deluxe",
    "?",
    "!",
    ".",
    ",",
    "hoe laat",
    "great",
    "terrible",
    "please help",
    "😡",
    "GRAPJE",
    "misschien een idee",
    "Noor",
    "op",
    "maar",
];

fn text() -> impl Strategy<Value = String> {
    vec(select(&WORDS[..]), 0..14).prop_map(|words| words.join(" "))
}

fn language() -> impl Strategy<Value = Language> {
    let codes = ["nl", "en", "und", "fr"].map(Language::from_code);
    select(codes.to_vec())
}

fn entry() -> impl Strategy<Value = Override> {
    let phrase = select(vec!["zorblat", "zorblat deluxe", "gas", "😡", "kapot op", "great"]);
    let intent = proptest::option::of((select(Intent::ALL.to_vec()), 0.0..10.0_f32));
    let value = |most: f32| proptest::option::of(-most..most);
    (phrase, value(4.0), value(100.0), intent, any::<bool>()).prop_map(
        |(phrase, valence, urgency, intent, beside)| {
            let entry = Override::of(phrase);
            let entry = valence.map_or(entry.clone(), |valence| entry.valence(valence));
            let entry = urgency.map_or(entry.clone(), |points| entry.urgency(points));
            let (intent, weight) = intent.unwrap_or((Intent::Other, 0.0));
            let entry = entry.intent(intent, weight);
            if beside { entry.beside() } else { entry }
        },
    )
}

fn lists() -> impl Strategy<Value = Vec<WordList>> {
    let numbered = |entries: Vec<Override>| {
        let of = |(number, entry)| WordList::new(format!("list {number}")).with(entry);
        entries.into_iter().enumerate().map(of).collect()
    };
    vec(entry(), 0..5).prop_map(numbered)
}

/// That the weights add up to the scores, in the order of the text.
fn adds_up(judged: &Classification) -> Result<(), TestCaseError> {
    let (sentiment, urgency) = (judged.sentiment(), judged.urgency());
    let felt = sum(sentiment.evidence());
    prop_assert!((felt - sentiment.score()).abs() < 1e-3, "{felt} {}", sentiment.score());
    let points = sum(urgency.evidence());
    prop_assert!((points - urgency.score()).abs() < 0.05, "{points} {}", urgency.score());
    for evidence in [sentiment.evidence(), judged.intent().evidence(), urgency.evidence()] {
        let starts: Vec<usize> = evidence.iter().filter_map(start).collect();
        prop_assert!(starts.is_sorted(), "{starts:?}");
    }
    Ok(())
}

fn start(evidence: &Evidence) -> Option<usize> {
    Some(evidence.place().text_range()?.start)
}

proptest! {
    #[test]
    fn the_built_in_levels_follow_from_the_score(text in text(), language in language()) {
        let urgency = judge(&BuiltIn::new(), &text, language).urgency().clone();
        if let Some(level) = urgency.level() {
            prop_assert_eq!(level, Thresholds::new().level_of(urgency.score()));
        }
    }

    #[test]
    fn words_that_do_not_occur_change_nothing(text in text(), language in language()) {
        let loud = only(Override::of("qwyjibo").valence(4.0).urgency(100.0));
        let plain = judge(&BuiltIn::new(), &text, language);
        prop_assert_eq!(&judge(&BuiltIn::new().overrides(loud), &text, language), &plain);
        let none = Overrides::new([]).unwrap();
        prop_assert_eq!(judge(&BuiltIn::new().overrides(none), &text, language), plain);
    }

    #[test]
    fn that_a_word_means_nothing_is_shown_and_moves_nothing(text in text(), language in language()) {
        let text = format!("{text} Zorblatto");
        let with = |entry: Override| judge(&BuiltIn::new().overrides(only(entry)), &text, language);
        let hidden = with(Override::of("zorblatto").intent(Intent::Other, 0.0));
        let judged = with(Override::of("zorblatto").valence(0.0).urgency(0.0));
        prop_assert!((judged.sentiment().score() - hidden.sentiment().score()).abs() < 1e-4);
        prop_assert_eq!(judged.sentiment().polarity(), hidden.sentiment().polarity());
        let shown = usize::from(judged.sentiment().polarity().is_some());
        prop_assert_eq!(judged.sentiment().evidence().len(), hidden.sentiment().evidence().len() + shown);
        prop_assert_eq!(judged.intent(), hidden.intent());
        prop_assert_eq!(judged.urgency(), hidden.urgency());
    }

    #[test]
    fn what_is_hidden_is_not_read(
        before in text(), after in text(), language in language(), word in select(&WORDS[..12]),
    ) {
        prop_assume!(!before.contains(word) && !after.contains(word));
        // Another name of the same shape.
        let name = word.replace(char::is_alphanumeric, "q");
        let both = Override::of(word).or(name.as_str()).intent(Intent::Other, 0.0);
        let hiding = BuiltIn::new().overrides(only(both));
        let one = judge(&hiding, &format!("{before} : {word} : {after}"), language);
        let other = judge(&hiding, &format!("{before} : {name} : {after}"), language);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn evidence_adds_up_to_the_scores(
        text in text(), language in language(), lists in lists(), points in -100.0..100.0_f32,
    ) {
        let classifier = BuiltIn::new().overrides(Overrides::new(lists).unwrap());
        let judged = judge(&classifier, &text, language);
        adds_up(&judged)?;
        let weights = KnownWeights::new().flag("x", points).flag("y", -points / 2.0);
        let known = Known::default().with_flag("x").with_flag("y");
        let urgency = weights.add(judged.urgency().clone(), &known, &Thresholds::new());
        adds_up(&judged.with_urgency(urgency))?;
    }

    #[test]
    fn a_word_moves_the_scores_its_way(
        text in text(), language in language(), low in -4.0..4.0_f32, more in 0.0..4.0_f32,
    ) {
        let text = format!("{text} Qwyjibo");
        let with = |valence: f32, points: f32, weight: f32| {
            let entry = Override::of("qwyjibo").valence(valence.clamp(-4.0, 4.0));
            let entry = entry.urgency(points.clamp(-100.0, 100.0)).intent(Intent::Suggestion, weight);
            judge(&BuiltIn::new().overrides(only(entry)), &text, language)
        };
        let (less, more) = (with(low, low * 20.0, 1.0), with(low + more, (low + more) * 20.0, 1.0 + more));
        prop_assert!(less.sentiment().score() <= more.sentiment().score() + 1e-5);
        prop_assert!(less.sentiment().polarity() <= more.sentiment().polarity());
        prop_assert!(less.urgency().level() <= more.urgency().level());
        prop_assert!(less.urgency().score() <= more.urgency().score() + 1e-3);
        if less.intent().label() == Some(&Intent::Suggestion) {
            prop_assert_eq!(more.intent().label(), Some(&Intent::Suggestion));
            prop_assert!(less.intent().confidence().get() <= more.intent().confidence().get() + 1e-5);
        }
    }

    #[test]
    fn a_critical_text_is_critical_whatever_a_word_subtracts(points in -100.0..0.0_f32) {
        let calm = only(Override::of("grapje").urgency(points));
        let text = "Grapje. Ik ruik gas in de hal en mijn moeder ligt bewusteloos op de grond";
        let judged = judge(&BuiltIn::new().overrides(calm), text, Language::Dutch);
        prop_assert_eq!(judged.urgency().level(), Some(UrgencyLevel::Critical));
    }

    #[test]
    fn lists_without_a_phrase_in_common_may_stand_in_any_order(
        text in text(), language in language(), first in -4.0..4.0_f32, second in -4.0..4.0_f32,
    ) {
        let one = WordList::new("one").with(Override::of("zorblat").valence(first));
        let other = WordList::new("other").with(Override::of("gas").valence(second).urgency(9.0));
        let of = |lists: [WordList; 2]| {
            let overrides = Overrides::new(lists).unwrap();
            judge(&BuiltIn::new().overrides(overrides), &text, language)
        };
        prop_assert_eq!(of([one.clone(), other.clone()]), of([other, one]));
    }

    #[test]
    fn of_two_lists_the_later_one_is_the_one_that_counts(
        text in text(), language in language(), first in entry(), second in entry(),
    ) {
        let zorblat = |name: &str, entry: &Override| {
            let value = serde_json::to_value(entry).unwrap();
            let mut value = serde_json::json!({ "name": name, "words": [value] });
            value["words"][0]["phrase"] = "zorblat".into();
            value
        };
        let both = serde_json::json!([zorblat("first", &first), zorblat("second", &second)]);
        let last = serde_json::json!([zorblat("second", &second)]);
        let of = |lists| {
            let overrides = Overrides::from_value(&lists).unwrap();
            judge(&BuiltIn::new().overrides(overrides), &text, language)
        };
        prop_assert_eq!(of(both), of(last));
    }
}
