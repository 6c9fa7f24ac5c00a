//! Cases from elsewhere: other projects' suites and published tables, read where they
//! lie, in the folder that `WEBCARE_CASES` names, or `../shared/conformance`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests fail by panicking and report by printing"
)]

mod business_time;
mod cases;
mod holidays;
mod text;
