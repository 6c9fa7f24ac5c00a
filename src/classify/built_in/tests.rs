//! What must hold whatever the words are, and what must not go wrong.

use super::verdicts::LEVELS;
use super::*;
use crate::classify::{Intent, Polarity, UrgencyLevel};
use crate::judgement::Evidence;
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    lang: String,
    text: String,
    title: Option<String>,
    sentiment: Option<String>,
    intent: Option<String>,
    urgency: Option<String>,
    because: Option<String>,
    /// Which judgements are known to miss: what the classifier is bad at.
    #[serde(default)]
    misses: BTreeSet<String>,
}

fn classify(title: Option<&str>, text: &str, language: Language) -> Classification {
    let mut mention = Mention::builder("1").text(text);
    if let Some(title) = title {
        mention = mention.title(title);
    }
    let detection = Detection::new(language, Confidence::CERTAIN);
    BuiltIn::new().classify(&mention.build().unwrap(), &detection)
}

fn run(file: &str) {
    let cases: Cases = toml::from_str(file).unwrap();
    let (mut names, mut faults, mut misses) = (BTreeSet::new(), Vec::new(), 0);
    for case in &cases.case {
        assert!(names.insert(&case.name), "two cases are named {:?}", case.name);
        let language = Language::from_code(&case.lang);
        let judged = classify(case.title.as_deref(), &case.text, language);
        let mut wrong = BTreeSet::new();
        let mut expect = |what: &str, expected: &Option<String>, found: Option<&str>| {
            if let Some(expected) = expected
                && expected != found.unwrap_or("undetermined")
            {
                wrong.insert(what.to_owned());
            }
        };
        expect("sentiment", &case.sentiment, judged.sentiment().polarity().map(Polarity::as_str));
        expect("intent", &case.intent, judged.intent().label().map(|intent| intent.as_str()));
        expect("urgency", &case.urgency, judged.urgency().level().map(UrgencyLevel::as_str));
        misses += usize::from(!wrong.is_empty());
        if case.urgency.as_deref() == Some("critical") {
            // Whatever else is missed: an emergency is never less than high.
            let level = judged.urgency().level();
            if level.is_none_or(|level| level < UrgencyLevel::High) {
                faults.push(format!("{}: an emergency is {level:?}", case.name));
            }
        }
        if wrong != case.misses {
            let known = &case.misses;
            faults.push(format!("{}: misses {wrong:?}, known to miss {known:?}", case.name));
        }

        if let Some(because) = &case.because {
            let shown: Vec<&str> =
                judged.urgency().evidence().iter().map(Evidence::cause).collect();
            if !shown.contains(&because.as_str()) {
                faults.push(format!("{}: because of {shown:?}, not {because}", case.name));
            }
        }
    }
    let most = cases.case.len() / 5;
    assert!(misses <= most, "{misses} cases miss, more than one in five");
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), cases.case.len(), faults.join("\n"));
}

#[test]
fn dutch_cases() {
    run(include_str!("../../../testdata/classify/nl.toml"));
}

#[test]
fn english_cases() {
    run(include_str!("../../../testdata/classify/en.toml"));
}

#[test]
fn cases_of_other_languages_and_of_none() {
    run(include_str!("../../../testdata/classify/mixed.toml"));
}

#[test]
fn abstentions_say_why() {
    let why = |text: &str, code: &str| {
        let judged = classify(None, text, Language::from_code(code));
        (judged.sentiment().abstention(), judged.intent().abstention())
    };
    assert_eq!(why("Quelle honte", "fr").0, Some(Abstention::OtherLanguage));
    assert_eq!(why("", "nl"), (Some(Abstention::TooShort), Some(Abstention::TooShort)));
    assert_eq!(why("zqv", "und").1, Some(Abstention::NoEvidence));
    assert_eq!(why("Prima", "nl"), (None, None));
}

#[test]
fn our_own_messages_are_not_judged() {
    let own = Mention::builder("1")
        .text("Wat vervelend, we kijken het na ^RL")
        .direction("outbound".parse().unwrap())
        .build()
        .unwrap();
    let dutch = Detection::new(Language::Dutch, Confidence::CERTAIN);
    let judged = BuiltIn::new().classify(&own, &dutch);
    assert_eq!(judged.urgency().abstention(), Some(Abstention::OwnMessage));
    assert_eq!(judged.language(), &dutch);
}

#[test]
fn unsure_answers_are_withheld() {
    let mention = Mention::builder("1").text("Prima").build().unwrap();
    let dutch = Detection::new(Language::Dutch, Confidence::CERTAIN);
    let strict = BuiltIn::new().abstain_below(Confidence::CERTAIN);
    let judged = strict.classify(&mention, &dutch);
    assert_eq!(judged.sentiment().abstention(), Some(Abstention::Unsure));
    assert_eq!(judged.intent().abstention(), Some(Abstention::Unsure));
}

#[test]
fn evidence_shows_the_words() {
    let text = "Ik ben niet echt tevreden 😡";
    let judged = classify(None, text, Language::Dutch);
    let quotes: Vec<_> = judged.sentiment().evidence().iter().map(|e| e.quote(text)).collect();
    assert!(quotes.contains(&Some("niet echt tevreden")), "{quotes:?}");
    assert!(quotes.contains(&Some("😡")), "{quotes:?}");
}

#[test]
fn evidence_of_the_title_stands_in_the_title() {
    let judged = classify(Some("Waardeloos"), "Maar de koffie was heerlijk", Language::Dutch);
    let places: Vec<Place> = judged.sentiment().evidence().iter().map(Evidence::place).collect();
    assert_eq!(places.first(), Some(&Place::Title { start: 0, end: 10 }));
    assert!(matches!(places.last(), Some(Place::Text { .. })));
}

#[test]
fn what_follows_but_weighs_more() {
    let score = |text| classify(None, text, Language::Dutch).sentiment().score();
    assert!(score("vriendelijk maar traag") < score("traag maar vriendelijk"));
    assert!(score("traag maar vriendelijk") > 0.0);
}

#[test]
fn intensifiers_and_exclamation_marks_strengthen() {
    let score = |text| classify(None, text, Language::English).sentiment().score();
    assert!(score("very good") > score("good"));
    assert!(score("good!!") > score("good"));
    assert!(score("really terrible service") < score("service"));
}

#[test]
fn reasons_that_are_not_about_safety_never_make_it_critical() {
    let text = "Vijfde keer dat ik mail, weer geen antwoord, twee keer geld afgeschreven, ik kan \
                niet inloggen, over een uur vertrek ik, advocaat en krant zijn gebeld, stap over";
    let judged = classify(None, text, Language::Dutch);
    assert_eq!(judged.urgency().level(), Some(UrgencyLevel::High));
}

#[test]
fn calm_words_do_not_hide_danger() {
    let calm = "Dank voor alles, geen haast, maar ik ruik gas";
    let judged = classify(None, calm, Language::Dutch);
    assert_eq!(judged.urgency().level(), Some(UrgencyLevel::Critical));
}

const LANGUAGES: [Language; 3] = [Language::Dutch, Language::English, Language::Undetermined];

/// Text that looks like messages: words of the lists, marks, emoji and anything else.
fn messages() -> impl Strategy<Value = String> {
    let words = prop_oneof![
        Just("niet"),
        Just("goed"),
        Just("werkt"),
        Just("maar"),
        Just("not"),
        Just("great"),
        Just("?"),
        Just("!!!"),
        Just("."),
        Just(","),
        Just("😡"),
        Just("👍🏽"),
        Just("#"),
        Just("oma"),
        Just("ruik"),
        Just("gas"),
        Just("third"),
        Just("time"),
        Just("still"),
        Just("no"),
        Just("reply"),
        Just("lekker"),
        Just("dan"),
        Just("\n"),
        Just("Zooooo"),
        Just("@webcare"),
        Just("thanks"),
        Just("iedereen"),
        Just("storing"),
        Just("é̂"),
    ];
    let built = proptest::collection::vec(words, 0..40).prop_map(|words| words.join(" "));
    prop_oneof![built, ".{0,200}", "\\PC{0,80}"]
}

fn check_places(evidence: &[Evidence], title: &str, text: &str) {
    let mut last = (0, 0);
    for piece in evidence {
        let (part, start, end) = match piece.place() {
            Place::Title { start, end } => (0, start, end),
            Place::Text { start, end } => (1, start, end),
            Place::Fact => panic!("nothing here is a fact"),
        };
        let whole = if part == 0 { title } else { text };
        assert!(whole.get(start..end).is_some(), "{start}..{end} of {whole:?}");
        assert!((part, start) >= last, "out of order: {evidence:?}");
        assert!(piece.weight().is_finite());
        assert!(!piece.cause().is_empty());
        last = (part, start);
    }
}

fn sum(evidence: &[Evidence]) -> f32 {
    evidence.iter().map(Evidence::weight).sum()
}

proptest! {
    #[test]
    fn any_text_is_judged_within_bounds(
        title in messages(),
        text in messages(),
        language in prop::sample::select(&LANGUAGES),
    ) {
        let judged = classify(Some(&title), &text, language);
        prop_assert_eq!(&judged, &classify(Some(&title), &text, language));
        let (sentiment, urgency) = (judged.sentiment(), judged.urgency());
        prop_assert!((-1.0..=1.0).contains(&sentiment.score()));
        prop_assert!((0.0..=100.0).contains(&urgency.score()));
        check_places(sentiment.evidence(), &title, &text);
        check_places(judged.intent().evidence(), &title, &text);
        check_places(urgency.evidence(), &title, &text);
    }

    #[test]
    fn evidence_adds_up_to_the_score(
        text in messages(),
        language in prop::sample::select(&LANGUAGES),
    ) {
        let judged = classify(None, &text, language);
        let sentiment = judged.sentiment();
        prop_assert!((sum(sentiment.evidence()) - sentiment.score()).abs() < 1e-3);
        let urgency = judged.urgency();
        prop_assert!((sum(urgency.evidence()) - urgency.score()).abs() < 1e-2);
    }

    #[test]
    fn labels_follow_from_scores(text in messages()) {
        let judged = classify(None, &text, Language::Dutch);
        let score = judged.urgency().score();
        if let Some(level) = judged.urgency().level() {
            let [normal, high, critical] = LEVELS;
            prop_assert_eq!(level >= UrgencyLevel::Critical, score >= critical);
            prop_assert_eq!(level >= UrgencyLevel::High, score >= high);
            prop_assert_eq!(level >= UrgencyLevel::Normal, score >= normal);
        }
        match judged.sentiment().polarity() {
            Some(Polarity::Positive) => prop_assert!(judged.sentiment().score() > 0.0),
            Some(Polarity::Negative) => prop_assert!(judged.sentiment().score() < 0.0),
            _ => {}
        }
        if judged.intent().label() == Some(&Intent::Compliment) {
            prop_assert!(!judged.intent().evidence().is_empty());
        }
    }
}

/// Hostile texts: whatever is quadratic in their length would not finish here.
#[test]
fn long_texts_are_read_in_one_pass() {
    let pieces = [
        "a",
        "niet ",
        "werkt niet goed ",
        "!?",
        "\u{200d}",
        "e\u{301}",
        "😡",
        "Beste ",
        "maar goed, ",
        "kan niet kan niet ",
        "al # al 3 ",
        "weer een chapeau. ",
        "\n",
        "a\u{202e}",
    ];
    for (index, piece) in pieces.into_iter().enumerate() {
        let text = piece.repeat(160_000 / piece.len());
        let language = LANGUAGES[index % 2];
        let judged = classify(None, &text, language);
        check_places(judged.urgency().evidence(), "", &text);
    }
}
