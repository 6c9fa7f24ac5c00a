//! Cross-validation: each part of the texts is asked of a model that has not seen it.

use super::network::Logits;
use crate::folds::FOLDS;

/// What a model answers about an example that it has not seen.
#[derive(Clone, Copy, Debug)]
pub struct Answered {
    pub example: usize,
    pub logits: Logits,
}

/// Does the work for each part of the texts, two at a time, in order.
pub fn each_fold<T: Send>(work: impl Fn(u64) -> T + Sync) -> Vec<T> {
    let folds: Vec<u64> = (0..FOLDS).collect();
    let mut done = Vec::with_capacity(folds.len());
    for pair in folds.chunks(2) {
        std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|fold| scope.spawn(|| work(*fold))).collect();
            for part in running {
                match part.join() {
                    Ok(part) => done.push(part),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
    }
    done
}
