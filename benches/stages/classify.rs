//! Benches of the stage `classify`: one message with sentiment, intent, urgency and all
//! evidence, the language being known.

#![allow(clippy::panic, reason = "a bench that can't be set up stops")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use webcare::classify::{BuiltIn, Classifier, Override, Overrides, WordList};
use webcare::judgement::Confidence;
use webcare::language::{Detection, Language};
use webcare::mention::Mention;

const COMPLAINT: &str = "Al drie keer gebeld over mijn modem en nog steeds geen internet, heel \
                         vervelend. Wie kan mij helpen?";
const PRAISE: &str = "Huge thanks to the lady at the desk in Cork who found my bag, you were all \
                      absolutely lovely!";
const QUESTION: &str = "Goedemiddag, kan ik met mijn dalkorting ook iemand meenemen in het \
                        weekend, of geldt dat niet?";

fn mention(text: impl Into<String>) -> Mention {
    match Mention::builder("bench").text(text).build() {
        Ok(mention) => mention,
        Err(error) => panic!("{error}"),
    }
}

fn bench(bencher: Bencher<'_, '_>, text: &str, language: Language) {
    bench_with(bencher, &BuiltIn::new(), text, language);
}

fn bench_with(bencher: Bencher<'_, '_>, classifier: &BuiltIn, text: &str, language: Language) {
    let mention = mention(text);
    let told = Detection::new(language, Confidence::CERTAIN);
    // The word lists are compiled on first use.
    let _ = classifier.classify(&mention, &told);
    bencher
        .counter(BytesCount::of_str(text))
        .bench_local(|| classifier.classify(black_box(&mention), black_box(&told)));
}

#[divan::bench]
fn dutch_complaint(bencher: Bencher<'_, '_>) {
    bench(bencher, COMPLAINT, Language::Dutch);
}

#[divan::bench]
fn dutch_question(bencher: Bencher<'_, '_>) {
    bench(bencher, QUESTION, Language::Dutch);
}

#[divan::bench]
fn english_praise(bencher: Bencher<'_, '_>) {
    bench(bencher, PRAISE, Language::English);
}

#[divan::bench(args = [10, 100, 1_000, 10_000, 100_000, 1_000_000])]
fn by_length(bencher: Bencher<'_, '_>, bytes: usize) {
    let text: String = COMPLAINT.chars().chain(" ".chars()).cycle().take(bytes).collect();
    bench(bencher, &text, Language::Dutch);
}

/// A host's own phrases, one of which stands in the message: "heel vervelend".
#[divan::bench(args = [10, 100, 1_000, 10_000])]
fn by_overrides(bencher: Bencher<'_, '_>, phrases: usize) {
    let mut list = WordList::new("bench");
    for number in 1..phrases {
        list = list.with(Override::of(format!("mijn modem {number}")).urgency(1.0));
    }
    list = list.with(Override::of("heel vervelend").valence(-3.0));
    let overrides = match Overrides::new([list]) {
        Ok(overrides) => overrides,
        Err(error) => panic!("{error}"),
    };
    let classifier = BuiltIn::new().overrides(overrides);
    bench_with(bencher, &classifier, COMPLAINT, Language::Dutch);
}
