//! Tests of whole calendars.

mod cases;
mod configuration;
mod naive;
mod properties;
