//! Benches of the stage `language`. The tokenizer is private to the crate; a text without
//! words shows what it costs alone.

use divan::Bencher;
use divan::counter::BytesCount;
use webcare::language::{BuiltIn, Detector};

/// About a hundred bytes each, as messages are.
const MESSAGES: [(&str, &str); 6] = [
    (
        "dutch",
        "@buurtbus ik wacht al drie kwartier op lijn 12 en er komt niks. Kunnen jullie even laten weten hoe of wat?",
    ),
    (
        "english",
        "I've been on hold for half an hour and nobody answers, could you please tell me what is going on? #fail",
    ),
    (
        "flemish",
        "Amai, 't is weeral van dat: nen halfuur te laat en niemand die iets zegt, ge wordt er zot van hé 😡😡",
    ),
    (
        "french",
        "Bonjour, j'attends mon colis depuis trois semaines et personne ne répond à mes messages, merci de m'aider",
    ),
    (
        "finnish",
        "Olen odottanut pakettiani jo kolme viikkoa eikä kukaan vastaa viesteihini, voisitteko auttaa minua asiassa",
    ),
    (
        "no_words",
        "@klantenservice https://voorbeeld.nl/storing?melding=20260314 #storing 👍🏽👍🏽 12:30 - 14:45 €12,50 !!! :-)",
    ),
];

fn message(name: &str) -> &'static str {
    MESSAGES.iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

#[divan::bench(args = MESSAGES.map(|(name, _)| name))]
fn detect(bencher: Bencher<'_, '_>, name: &str) {
    let text = message(name);
    let detector = BuiltIn::new();
    bencher.counter(BytesCount::of_str(text)).bench(|| detector.detect(divan::black_box(text)));
}

/// A peer on the same messages: `whichlang`, which tells sixteen languages apart. The benches
/// of the trainer have `lingua` too.
#[divan::bench(args = MESSAGES.map(|(name, _)| name))]
fn whichlang(bencher: Bencher<'_, '_>, name: &str) {
    let text = message(name);
    let detect = |text| whichlang::detect_language(text);
    bencher.counter(BytesCount::of_str(text)).bench(|| detect(divan::black_box(text)));
}

/// Another: `whatlang`, which knows seventy.
#[divan::bench(args = MESSAGES.map(|(name, _)| name))]
fn whatlang(bencher: Bencher<'_, '_>, name: &str) {
    let text = message(name);
    bencher.counter(BytesCount::of_str(text)).bench(|| whatlang::detect(divan::black_box(text)));
}

/// Words beyond the first 300 are not read, links and marks are walked over.
#[divan::bench]
fn walk_over_a_long_text_without_words(bencher: Bencher<'_, '_>) {
    let text = "https://voorbeeld.nl/een/lange/weg @naam #tag 12:30 ... ".repeat(2_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| BuiltIn::new().detect(divan::black_box(&text)));
}
