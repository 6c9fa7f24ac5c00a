//! How to judge messages with a model of your own: a service that answers what it is sure
//! of, and the built-in classifier for the rest.
//!
//! `cargo run --example own_classifier`. The service is `own_classifier/service.rs`: it
//! plays a model that is trained on the mail of a water company and runs somewhere else. It
//! judges one thing, the intent, and sometimes does not answer at all.

#![allow(clippy::print_stdout, reason = "an example shows what it does")]

#[path = "own_classifier/service.rs"]
mod service;

use service::{Answer, Service};
use webcare::classify::{
    BuiltIn, Classification, Classifier, Intent, Override, Overrides, WordList,
};
use webcare::desk::Desk;
use webcare::judgement::{Confidence, Evidence, Judgement, Place};
use webcare::language::Detection;
use webcare::mention::Mention;

// 1. The classifier: ask the service, and fall back where it doesn't know.

#[derive(Debug)]
struct WaterCompany {
    service: Service,
    /// Sentiment and urgency of every message, and the intent where the service is silent.
    fallback: BuiltIn,
    /// Answers that are less sure are not used.
    sure: Confidence,
}

impl WaterCompany {
    /// What the service says of the intent, as a judgement with its reasons; `None` when it
    /// does not answer, has no label for us, or is not sure enough.
    fn asked(&self, mention: &Mention) -> Option<Judgement<Intent>> {
        let answer = self.service.ask(mention.text())?;
        let intent = match answer.label {
            "leak" | "bill is wrong" => Intent::Complaint,
            "moving house" | "meter reading" => Intent::Question,
            _ => return None,
        };
        let confidence = Confidence::new(answer.probability);
        (confidence >= self.sure).then(|| Judgement::decided(intent, confidence, reasons(&answer)))
    }
}

/// The words that the service names, as evidence at their place in the text.
fn reasons(answer: &Answer) -> Vec<Evidence> {
    let evidence = |word: &service::Word| {
        let place = Place::Text { start: word.range.start, end: word.range.end };
        Evidence::new(place, word.share, answer.label)
    };
    answer.words.iter().map(evidence).collect()
}

impl Classifier for WaterCompany {
    fn classify(&self, mention: &Mention, language: &Detection) -> Classification {
        let judged = self.fallback.classify(mention, language);
        match self.asked(mention) {
            Some(intent) => judged.with_intent(intent),
            None => judged,
        }
    }
}

// 2. The desk: it takes any classifier; the rest stays as it is.

const MESSAGES: [&str; 5] = [
    "Goedemorgen, ik ga verhuizen naar de Lindelaan, wat moet ik doorgeven?",
    "Er loopt water onder mijn voordeur door en het wordt steeds meer!",
    "My water bill is twice what it was and nobody answers the phone",
    "The Flood Zone slide at your open day was lovely, thank you!",
    "Het bedrijf bestaat vandaag 150 jaar",
];

fn main() -> Result<(), webcare::Error> {
    let own = WordList::new("our words")
        .with(Override::of("Flood Zone").valence(0.0))
        .with(Override::of("loopt water").or("water komt binnen").urgency(60.0).beside());
    let classifier = WaterCompany {
        service: Service::connect(),
        fallback: BuiltIn::new().overrides(Overrides::new([own])?),
        sure: Confidence::new(0.7),
    };
    let desk = Desk::builder().classifier(classifier).build()?;

    for (number, text) in MESSAGES.into_iter().enumerate() {
        let mention = Mention::builder(format!("m-{number}")).text(text).build()?;
        let judged = desk.judge(&mention);
        println!("{text}");
        show("sentiment", judged.sentiment().polarity(), judged.sentiment().evidence(), text);
        show("intent", judged.intent().label(), judged.intent().evidence(), text);
        show("urgency", judged.urgency().level(), judged.urgency().evidence(), text);
    }
    Ok(())
}

/// What was decided, and why: the three strongest reasons.
fn show(what: &str, label: Option<impl ToString>, evidence: &[Evidence], text: &str) {
    let label = label.map_or_else(|| "?".to_owned(), |label| label.to_string());
    let mut strongest: Vec<&Evidence> = evidence.iter().collect();
    strongest.sort_by(|a, b| b.weight().abs().total_cmp(&a.weight().abs()));
    let why: Vec<String> = strongest.iter().take(3).map(|one| reason(one, text)).collect();
    println!("  {what:<9} {label:<10} {}", why.join(", "));
}

/// A reason; one that is the whole message doesn't repeat it.
fn reason(evidence: &Evidence, text: &str) -> String {
    match evidence.quote(text) {
        Some(words) if words == text => evidence.cause().to_owned(),
        _ => evidence.describe(text),
    }
}
