//! The peers on the same lines.

use crate::judgement::{Confusion, public_dutch};
use std::collections::HashMap;
use std::path::Path;
use vader_sentiment::SentimentIntensityAnalyzer;

/// Something else that tells a sentiment: negative, neutral or positive.
pub trait Peer {
    fn sentiment(&self, text: &str) -> usize;
}

/// VADER, the English word list with rules, cut at its authors' thresholds.
pub struct Vader(SentimentIntensityAnalyzer<'static>);

const VADER_CUT: f64 = 0.05;

impl Vader {
    pub fn new() -> Self {
        Self(SentimentIntensityAnalyzer::new())
    }
}

impl Peer for Vader {
    fn sentiment(&self, text: &str) -> usize {
        let scores = self.0.polarity_scores(text);
        let compound = scores.get("compound").copied().unwrap_or_default();
        sign(compound, VADER_CUT)
    }
}

/// The sum of the words of the public Dutch lexicons. Of a word in several the first counts.
pub struct DutchSum(HashMap<String, f32>);

impl DutchSum {
    pub fn read(data: &Path) -> Result<Self, String> {
        let mut words = HashMap::new();
        for (word, feeling) in public_dutch(data)? {
            words.entry(word.to_lowercase()).or_insert(feeling);
        }
        Ok(Self(words))
    }
}

impl Peer for DutchSum {
    fn sentiment(&self, text: &str) -> usize {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let sum: f32 = words.filter_map(|word| self.0.get(word)).sum();
        sign(f64::from(sum), f64::from(f32::EPSILON))
    }
}

fn sign(score: f64, cut: f64) -> usize {
    if score >= cut {
        2
    } else if score <= -cut {
        0
    } else {
        1
    }
}

/// What a peer makes of texts with their right answers.
pub fn figures<'t>(peer: &dyn Peer, texts: impl Iterator<Item = (&'t str, usize)>) -> Confusion {
    let mut confusion = Confusion::default();
    for (text, right) in texts {
        confusion.add(right, peer.sentiment(text));
    }
    confusion
}
