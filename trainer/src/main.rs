//! Trains the models that the crate embeds, and measures them beside their peers.
//!
//! All commands read the folder that the environment variable `WEBCARE_DATA` names:
//! `cargo run --release -p webcare-trainer -- language` prints the cross-validated figures
//! and writes `data/language/model.bin`; `judgement` does the same for
//! `data/classify/model.bin`; `accuracy` writes ACCURACY.md. The same input gives the same
//! bytes. `MODEL_CARD.md` says what was trained on what.

mod accuracy;
mod folds;
mod head;
mod judgement;
mod language;
mod random;
mod texts;

use std::process::ExitCode;

const USAGE: &str = "usage: webcare-trainer language [--peers] [--only-final]
       webcare-trainer judgement [--only-folds]
       webcare-trainer accuracy";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["language", options @ ..] => language::run(options),
        ["judgement", options @ ..] => judgement::run(options),
        ["accuracy"] => accuracy::run(),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
