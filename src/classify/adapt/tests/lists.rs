//! Several lists together.

use super::{judge, only, sum};
use crate::classify::{BuiltIn, Classifier, Intent, Override, Overrides, Polarity, WordList};
use crate::language::{Detection, Language};

fn polarity(lists: [WordList; 2], language: Language) -> Option<Polarity> {
    let classifier = BuiltIn::new().overrides(Overrides::new(lists).unwrap());
    judge(&classifier, "zorblat", language).sentiment().polarity()
}

#[test]
fn the_later_list_wins() {
    let kind = WordList::new("kind").with(Override::of("Zorblat").valence(4.0));
    let harsh = WordList::new("harsh").with(Override::of("zorblat").valence(-4.0));
    let both = [kind.clone(), harsh.clone()];
    assert_eq!(polarity(both, Language::English), Some(Polarity::Negative));
    assert_eq!(polarity([harsh, kind], Language::English), Some(Polarity::Positive));
}

#[test]
fn a_later_entry_of_a_language_leaves_the_other_languages_alone() {
    let kind = WordList::new("kind").with(Override::of("zorblat").valence(4.0));
    let dutch = Override::of("zorblat").valence(-4.0).language(Language::Dutch);
    let harsh = WordList::new("harsh").with(dutch);
    let both = [kind.clone(), harsh.clone()];
    assert_eq!(polarity(both.clone(), Language::Dutch), Some(Polarity::Negative));
    assert_eq!(polarity(both, Language::English), Some(Polarity::Positive));
    assert_eq!(polarity([harsh, kind], Language::Dutch), Some(Polarity::Positive));
}

#[test]
fn the_language_of_a_list_is_that_of_its_entries() {
    let dutch =
        WordList::new("dutch").language(Language::Dutch).with(Override::of("zorblat").valence(4.0));
    let none = WordList::new("none");
    let both = [dutch, none];
    assert_eq!(polarity(both.clone(), Language::Dutch), Some(Polarity::Positive));
    assert_eq!(polarity(both, Language::English), Some(Polarity::Neutral));
}

#[test]
fn what_is_made_in_code_is_held_to_the_same_rules() {
    let list = WordList::new("x").with(Override::of("ok").valence(9.0)).with(Override::of("no"));
    let error = Overrides::new([list.clone(), list]).unwrap_err();
    let found: Vec<&str> = error.faults().iter().map(crate::error::Fault::path).collect();
    let words = ["[0].words[0].valence", "[0].words[1]"];
    let again = ["[1].name", "[1].words[0].valence", "[1].words[1]"];
    let paths = words.into_iter().chain(again).map(|path| format!("word_lists{path}"));
    assert_eq!(found, paths.collect::<Vec<_>>());
    let endless = Override::of("ok").valence(f32::NAN).urgency(f32::INFINITY);
    let endless = endless.intent(Intent::Other, f32::NEG_INFINITY);
    let error = Overrides::new([WordList::new("x").with(endless)]).unwrap_err();
    assert_eq!(error.faults().len(), 3, "{error}");
}

#[test]
fn no_lists_are_no_overrides() {
    assert!(Overrides::new([]).unwrap().is_empty());
    assert_eq!(Overrides::new([]).unwrap(), Overrides::NONE);
    assert!(!only(Override::of("x").valence(0.0)).is_empty());
}

#[test]
fn several_phrases_of_one_entry_count_once_and_are_all_hidden() {
    let entry = Override::of("dead sea").or("horror").valence(0.0).urgency(12.0);
    let classifier = BuiltIn::new().overrides(only(entry));
    let text = "Dead Sea and horror, then horror once more";
    let judged = judge(&classifier, text, Language::English);
    let hidden = Override::of("dead sea").or("horror").valence(0.0);
    let plain = judge(&BuiltIn::new().overrides(only(hidden)), text, Language::English);
    assert_eq!(judged.sentiment().polarity(), plain.sentiment().polarity());
    let score = judged.urgency().score() - plain.urgency().score();
    assert!((score - 12.0).abs() < 0.01, "{score}");
    assert!((sum(judged.urgency().evidence()) - judged.urgency().score()).abs() < 0.01);
}

#[test]
fn evidence_for_an_intent_is_of_that_intent_only() {
    let praise = Override::of("zorblat").intent(Intent::Compliment, 10.0).beside();
    let classifier = BuiltIn::new().overrides(only(praise));
    let text = "Zorblat. Al drie keer gebeld en niemand helpt, schandalig";
    let judged = judge(&classifier, text, Language::Dutch);
    assert_eq!(judged.intent().label(), Some(&Intent::Compliment));
    let shown: Vec<_> = judged.intent().evidence().iter().map(|one| one.describe(text)).collect();
    assert_eq!(shown, ["word list \"test\": 'Zorblat'"]);
    // What is said of the sentiment stays.
    let plain = judge(&BuiltIn::new(), text, Language::Dutch);
    assert_eq!(judged.sentiment(), plain.sentiment());
}

#[test]
fn our_own_messages_stay_unjudged() {
    let own = crate::mention::Mention::builder("1")
        .text("zorblat ^RL")
        .direction("outbound".parse().unwrap())
        .build()
        .unwrap();
    let loud = only(Override::of("zorblat").urgency(100.0).valence(-4.0));
    let judged = BuiltIn::new().overrides(loud).classify(&own, &Detection::default());
    assert_eq!(judged.urgency().level(), None);
    assert_eq!(judged.sentiment().polarity(), None);
}
