//! Praise that is not meant.

use super::cue::Cue;
use super::feelings::{Feeling, Kind, Tone};
use super::lexicon::Hit;
use super::reading::Reading;
use super::weights::{IRONIC, IRONIC_WITH_BLAME, IRONIC_WITH_REPORT, TREAT};
use std::collections::BTreeSet;

/// Praise in the words irony likes is blame: in one sentence with a failure and no "but",
/// before what comes once more, or up to two sentences after words that are never meant.
pub(super) fn see_irony(reading: &Reading, hits: &[Hit], felt: &mut [Feeling]) {
    let mut failed = failures(reading, felt);
    let again = trials(reading, hits, felt);
    let buts = hits.iter().filter(|hit| hit.cue == Cue::But);
    let contrasted: BTreeSet<usize> =
        buts.filter_map(|but| Some(reading.units.get(but.first)?.sentence)).collect();
    for sentence in &contrasted {
        if let Some(flag) = failed.get_mut(*sentence) {
            *flag = false;
        }
    }
    let mut sarcasm: Option<usize> = None;
    for feeling in felt.iter_mut() {
        let sentence = feeling.sentence;
        if feeling.tone == Tone::Sarcastic {
            sarcasm = Some(sentence);
        }
        let mocking = sarcasm.is_some_and(|mocked| mocked + 2 >= sentence);
        let fails = failed.get(sentence).copied().unwrap_or(false);
        let tried = again.get(sentence).is_some_and(|again| feeling.first < *again);
        let turned = feeling.tone != Tone::Plain && (fails || mocking || tried);
        let along = sarcasm == Some(sentence) && !contrasted.contains(&sentence);
        if feeling.kind == Kind::Praise && (turned || along) {
            feeling.weight *= IRONIC;
            feeling.kind = Kind::Irony;
            if tried {
                sarcasm = Some(sentence);
            }
        }
    }
}

/// In which sentences something is reported or blamed.
fn failures(reading: &Reading, felt: &[Feeling]) -> Vec<bool> {
    let mut failed = vec![false; reading.sentences.len()];
    let mut fail = |sentence: usize| {
        if let Some(flag) = failed.get_mut(sentence) {
            *flag = true;
        }
    };
    for feeling in felt {
        let fails = feeling.kind == Kind::Report && feeling.weight < IRONIC_WITH_REPORT
            || feeling.kind == Kind::Blame && feeling.weight < IRONIC_WITH_BLAME;
        if fails && !feeling.swings {
            fail(feeling.sentence);
        }
    }
    failed
}

/// For each sentence the place of what comes once more and is no treat; praise before it is
/// not meant. Zero where there is none.
fn trials(reading: &Reading, hits: &[Hit], felt: &[Feeling]) -> Vec<usize> {
    let mut trials = vec![0; reading.sentences.len()];
    for again in hits.iter().filter(|hit| hit.cue == Cue::Again) {
        let near = felt.partition_point(|feeling| feeling.first < again.first);
        let treat = felt
            .get(near..)
            .unwrap_or_default()
            .iter()
            .take_while(|feeling| feeling.first <= again.last + TREAT)
            .any(|feeling| feeling.weight > 0.0);
        let sentence = reading.units.get(again.first).map_or(0, |unit| unit.sentence);
        if !treat && let Some(place) = trials.get_mut(sentence) {
            *place = again.first;
        }
    }
    trials
}
