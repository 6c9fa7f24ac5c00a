//! Which of the hits count, where several lie over each other.

use super::cue::{Cue, Family};
use super::lexicon::Hit;

/// How many hits back one may lie inside another. Bounds the work.
const REACH: usize = 12;

/// The hits of one family that count, in the order of the text.
///
/// Of hits of one cue that share a unit, the longest counts. A phrase of feeling, or one
/// that means nothing, hides the words of feeling, negations and intensifiers inside it.
pub(super) fn settle(hits: &[Hit], family: Family) -> Vec<Hit> {
    let mut sorted: Vec<Hit> =
        hits.iter().filter(|hit| hit.cue.family() == family).copied().collect();
    sorted.sort_by_key(|hit| {
        (hit.first, std::cmp::Reverse(hit.last), hit.cue != Cue::Quiet, hit.cue)
    });
    let mut kept: Vec<Hit> = Vec::with_capacity(sorted.len());
    for hit in sorted {
        let rival = kept.iter().rev().take(REACH).position(|known| shadows(known, &hit));
        match rival {
            None => kept.push(hit),
            Some(back) => {
                let index = kept.len() - 1 - back;
                if let Some(known) = kept.get_mut(index)
                    && known.cue == hit.cue
                    && length(known) < length(&hit)
                {
                    *known = hit;
                }
            }
        }
    }
    kept
}

fn length(hit: &Hit) -> usize {
    hit.last - hit.first
}

/// Whether `known`, which begins no later, takes the place of `hit`.
fn shadows(known: &Hit, hit: &Hit) -> bool {
    if known.cue == hit.cue {
        return hit.first <= known.last;
    }
    let phrase = matches!(known.cue, Cue::Valence | Cue::Report | Cue::Quiet);
    phrase
        && hit.cue != Cue::Irony
        && hit.last <= known.last
        && (length(hit) < length(known) || known.cue == Cue::Quiet)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(first: usize, last: usize, cue: Cue) -> Hit {
        Hit { first, last, cue, weight: 1.0 }
    }

    #[test]
    fn a_phrase_hides_what_is_inside_it() {
        let hits = [hit(0, 0, Cue::Not), hit(0, 1, Cue::Quiet), hit(1, 1, Cue::Valence)];
        assert_eq!(settle(&hits, Family::Feeling), [hit(0, 1, Cue::Quiet)]);
    }

    #[test]
    fn irony_is_hidden_by_nothing() {
        let hits = [hit(0, 1, Cue::Valence), hit(0, 0, Cue::Irony)];
        assert_eq!(settle(&hits, Family::Feeling).len(), 2);
    }

    #[test]
    fn of_two_that_overlap_the_longer_counts() {
        let hits = [hit(0, 1, Cue::Report), hit(1, 4, Cue::Report), hit(5, 5, Cue::Report)];
        assert_eq!(
            settle(&hits, Family::Feeling),
            [hit(1, 4, Cue::Report), hit(5, 5, Cue::Report)]
        );
    }

    #[test]
    fn other_families_are_left_out() {
        assert_eq!(settle(&[hit(0, 0, Cue::Ask)], Family::Feeling), []);
        let two = [hit(0, 1, Cue::Gripe), hit(0, 0, Cue::Ask)];
        assert_eq!(settle(&two, Family::Purpose).len(), 2);
    }
}
