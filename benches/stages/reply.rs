//! Benches of the stage `reply`.

#![allow(clippy::unwrap_used, reason = "a bench has nobody to report to")]

use divan::Bencher;
use divan::counter::BytesCount;
use webcare::mention::{ChannelKind, Mention};
use webcare::reply::{Draft, PersonName, Sign, Signature, TextLimit, links};

/// An answer of 280 characters as an agent types it.
const ANSWER: &str = "Hoi Lotte, wat vervelend dat je pakje er nog niet is. Ik zie dat het sinds \
    gisteren in het sorteercentrum ligt; morgen tussen 9.00 en 12.00 uur staan we bij je op de \
    stoep. Volg het op https://voorbeeld.nl/volgen/3SABC123 en laat het me weten als het toch \
    niet lukt. Sterkte! 🙏🏽";

fn mention() -> Mention {
    Mention::builder("m-1").channel(ChannelKind::X).text("Waar blijft mijn pakje?").build().unwrap()
}

#[divan::bench]
fn sign_and_fit(bencher: Bencher<'_, '_>) {
    let (mention, signature) = (mention(), Signature::of("Ruben de Leeuw").unwrap());
    let limit = TextLimit::weighted(300);
    bencher
        .counter(BytesCount::of_str(ANSWER))
        .bench(|| Draft::to(&mention).text(ANSWER).sign(&signature).unwrap().fit(&limit).unwrap());
}

#[divan::bench]
fn split(bencher: Bencher<'_, '_>) {
    let (mention, signature) = (mention(), Signature::of("Ruben de Leeuw").unwrap());
    let limit = TextLimit::weighted(140);
    bencher.counter(BytesCount::of_str(ANSWER)).bench(|| {
        Draft::to(&mention).text(ANSWER).sign(&signature).unwrap().split(&limit).unwrap()
    });
}

#[divan::bench]
fn count_weighted(bencher: Bencher<'_, '_>) {
    let limit = TextLimit::weighted(280);
    bencher.counter(BytesCount::of_str(ANSWER)).bench(|| limit.count(divan::black_box(ANSWER)));
}

#[divan::bench]
fn count_graphemes(bencher: Bencher<'_, '_>) {
    let limit = TextLimit::graphemes(300);
    bencher.counter(BytesCount::of_str(ANSWER)).bench(|| limit.count(divan::black_box(ANSWER)));
}

#[divan::bench]
fn find_links(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(ANSWER)).bench(|| links(divan::black_box(ANSWER)));
}

#[divan::bench]
fn read_sign_back(bencher: Bencher<'_, '_>) {
    let signed = format!("{ANSWER} ^RL");
    bencher.bench(|| Sign::find_in(divan::black_box(&signed)));
}

#[divan::bench]
fn parse_name() -> PersonName {
    PersonName::new(divan::black_box("mevr. drs. Marije van der Ven-van Dijk")).unwrap()
}
