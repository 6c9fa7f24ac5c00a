#![allow(clippy::float_cmp, reason = "these are the same computation, or exact")]

mod cases;
mod known;
mod lists;
mod matching;
mod properties;
mod shift;
mod thresholds;

use crate::classify::{BuiltIn, Classification, Classifier, Override, Overrides, WordList};
use crate::judgement::{Confidence, Evidence};
use crate::language::{Detection, Language};
use crate::mention::Mention;

fn mention(title: Option<&str>, text: &str) -> Mention {
    let mention = Mention::builder("1").text(text);
    title.map_or(mention.clone(), |title| mention.title(title)).build().unwrap()
}

fn judge(classifier: &BuiltIn, text: &str, language: Language) -> Classification {
    classifier.classify(&mention(None, text), &Detection::new(language, Confidence::CERTAIN))
}

/// One list, "test", with one entry.
fn only(entry: Override) -> Overrides {
    Overrides::new([WordList::new("test").with(entry)]).unwrap()
}

fn sum(evidence: &[Evidence]) -> f32 {
    evidence.iter().map(Evidence::weight).sum()
}
