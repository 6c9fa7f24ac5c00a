//! How well messages are judged: reads labelled lines, classifies, compares.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for people and other tools to read"
)]

mod args;
mod judge;
mod lines;
mod report;
mod score;
mod task;

use args::Wanted;
use std::process::ExitCode;

fn main() -> ExitCode {
    let wanted = match args::read(std::env::args().skip(1)) {
        Ok(Wanted::Help) => {
            print!("{}", args::HELP);
            return ExitCode::SUCCESS;
        }
        Ok(Wanted::Run(run)) => run,
        Err(fault) => {
            eprintln!("evaluate: {fault}\n\n{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    let mut failed = false;
    for (index, file) in wanted.files.iter().enumerate() {
        let printed = judge::file(wanted.task, file).and_then(|outcome| {
            if wanted.json { report::json(&outcome) } else { Ok(report::table(&outcome)) }
        });
        match printed {
            Ok(printed) if wanted.json || index == 0 => println!("{printed}"),
            Ok(printed) => println!("\n{printed}"),
            Err(fault) => {
                eprintln!("evaluate: {fault}");
                failed = true;
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
