import Diagnostics
import Foundation
import Testing

@testable import Workshop

@Suite struct Dates {
  @Test(arguments: [
    ("2026-11-24", "24 novembre 2026", "24 November 2026"),
    ("2026-06-01", "1er juin 2026", "1 June 2026"),
    ("2024-02-29", "29 février 2024", "29 February 2024"),
    ("2000-12-31", "31 décembre 2000", "31 December 2000"),
  ])
  func aDateIsWrittenAsPeopleWriteIt(iso: String, french: String, english: String) throws {
    let date = try #require(BookDate(iso8601: iso))
    var found: [Diagnostic] = []
    for (tag, words) in [("fr", french), ("fr-CH", french), ("en", english)] {
      let language = try #require(Locales().language(tag, reporting: &found))
      #expect(date.words(in: language) == words)
    }
    #expect(date.iso8601 == iso)
  }

  @Test(arguments: [
    "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-11-31", "2023-02-29", "1900-02-29",
    "0000-01-01", "2026/11/24", "２０２６-11-24", "2026-11-24 ", "-026-11-24", "+026-11-24",
  ])
  func whatNoCalendarHasIsNoDate(text: String) {
    #expect(BookDate(iso8601: text) == nil)
  }

  /// Foundation's calendar says the same of every day from 1970 to 2105.
  @Test func secondsSince1970AreTheDayOfTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for day in stride(from: 0, to: 49_500, by: 7) {
      let seconds = day * 86_400 + day % 86_400
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
      let date = try #require(BookDate(secondsSince1970: seconds))
      #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
    }
  }

  @Test func beforeTheEpochThereIsNoDate() {
    #expect(BookDate(secondsSince1970: -1) == nil)
    #expect(BookDate(secondsSince1970: .max) == nil)
  }
}
