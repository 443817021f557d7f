internal import Localization

extension Translation {
  /// For Poedit and Weblate: what lags behind is fuzzy, with the words it was confirmed against.
  package var catalogue: String {
    state.catalogue(language: language.gettext, title: "livret").text
  }
}
