/// The files of `Locales/`, which SwiftPM puts into the program. One that is added there has a line
/// here.
enum BuiltInLocale {
  static let tags = [
    "ar", "ca", "de", "de-CH", "en", "en-GB", "en-US", "es", "es-419", "fa", "fr", "fr-CA",
    "fr-CH", "he", "it", "ja", "pt", "pt-BR", "zh",
  ]

  static func bytes(_ tag: String) -> [UInt8]? {
    switch tag {
    case "ar": PackageResources.ar_yml
    case "ca": PackageResources.ca_yml
    case "de": PackageResources.de_yml
    case "de-CH": PackageResources.de_CH_yml
    case "en": PackageResources.en_yml
    case "en-GB": PackageResources.en_GB_yml
    case "en-US": PackageResources.en_US_yml
    case "es": PackageResources.es_yml
    case "es-419": PackageResources.es_419_yml
    case "fa": PackageResources.fa_yml
    case "fr": PackageResources.fr_yml
    case "fr-CA": PackageResources.fr_CA_yml
    case "fr-CH": PackageResources.fr_CH_yml
    case "he": PackageResources.he_yml
    case "it": PackageResources.it_yml
    case "ja": PackageResources.ja_yml
    case "pt": PackageResources.pt_yml
    case "pt-BR": PackageResources.pt_BR_yml
    case "zh": PackageResources.zh_yml
    default: nil
    }
  }
}
