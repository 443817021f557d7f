package import Diagnostics

/// Why the fonts of a folder cannot be used.
package struct FontError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case folderMissing
    case noFonts
    case unreadable
    case notAFont
  }

  /// The folder or the font file that is meant.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension FontError {
  package var diagnostic: Diagnostic {
    switch reason {
    case .folderMissing:
      Diagnostic(
        .error, "fonts-folder-missing", file: path,
        Wording(
          en: "there is no folder of fonts here",
          fr: "il n’y a pas de dossier de polices ici"),
        hints: [
          Wording(
            en: "make this folder and put the book's font files in it",
            fr: "créez ce dossier et mettez-y les fichiers de polices du livre")
        ])
    case .noFonts:
      Diagnostic(
        .error, "fonts-none", file: path,
        Wording(
          en: "this folder has no font file",
          fr: "ce dossier ne contient aucun fichier de police"),
        hints: [
          Wording(
            en: "put the book's fonts here, as .otf, .ttf, .otc or .ttc files",
            fr: "mettez ici les polices du livre : fichiers .otf, .ttf, .otc ou .ttc")
        ])
    case .unreadable:
      Diagnostic(
        .error, "font-unreadable", file: path,
        Wording(en: "this cannot be opened", fr: "ceci ne peut pas être ouvert"),
        hints: [
          Wording(
            en: "check that you may read it",
            fr: "vérifiez que vous avez le droit de le lire")
        ])
    case .notAFont:
      Diagnostic(
        .error, "font-broken", file: path,
        Wording(
          en: "this is not a font, or it is damaged",
          fr: "ce n’est pas une police, ou elle est abîmée"),
        hints: [
          Wording(
            en: "copy the file again from where it was published, or remove it",
            fr: "recopiez le fichier depuis sa source, ou retirez-le")
        ])
    }
  }
}
