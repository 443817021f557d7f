internal import Diagnostics
internal import Imposition

/// What the page of instructions of this booklet would say, for a console.
func printingSteps(of imposed: ImposedBooklet, files: [String]) -> [PrintingStep] {
  func steps(_ tag: String) -> [Instructions.Step] {
    StepMaker(
      binding: imposed.booklet.binding, signatures: imposed.signatures,
      files: KitFiles(sheets: files[0], backs: files.count > 1 ? files[1] : nil),
      words: KitWords(tag: tag)
    ).steps
  }
  return zip(steps("en"), steps("fr")).map { english, french in
    PrintingStep(
      title: Wording(en: english.title, fr: french.title),
      lines: zip(english.lines(": "), french.lines(" : ")).map { Wording(en: $0, fr: $1) })
  }
}

/// What so many copies take, as the page of instructions would say it.
func printingFacts(of imposed: ImposedBooklet) -> [Wording] {
  func facts(_ tag: String, _ colon: String) -> [String] {
    KitWords(tag: tag).facts(of: imposed.signatures, imposed.booklet).map {
      $0.name + colon + $0.value
    }
  }
  return zip(facts("en", ": "), facts("fr", " : ")).map { Wording(en: $0, fr: $1) }
}

extension KitWords {
  fileprivate func facts(of signatures: [Signature], _ booklet: Booklet) -> [Instructions.Fact] {
    facts(
      Supplies(of: signatures, bound: booklet.binding, for: booklet.kit), booklet.binding,
      booklet.kit)
  }
}

extension Instructions.Step {
  fileprivate func lines(_ colon: String) -> [String] {
    settings.map { $0.name + colon + $0.value } + text
  }
}
