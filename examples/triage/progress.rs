//! How far we are, on standard error when that is a terminal.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_millis(200);
/// Looking at the clock costs; this many mentions pass between two looks.
const STEP: u64 = 1024;

pub(crate) struct Progress {
    shown: bool,
    last: Instant,
    count: u64,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { shown: stderr().is_terminal(), last: Instant::now(), count: 0 }
    }

    pub(crate) fn step(&mut self) {
        self.count += 1;
        if self.shown && self.count.is_multiple_of(STEP) && self.last.elapsed() >= EVERY {
            self.last = Instant::now();
            let _ = write!(stderr(), "\r{} mentions", self.count);
        }
    }

    /// Wipes the line, so that what follows stands clean.
    pub(crate) fn clear(&self) {
        if self.shown && self.count >= STEP {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
