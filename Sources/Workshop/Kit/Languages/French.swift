extension KitWords {
  static let french = KitWords(
    tag: "fr",
    instructions: "Fabriquer ce livret",
    printing: Printing(
      file: "Fichier", paper: "Papier", scale: "Taille",
      fullSize: "100\u{A0}%, «\u{A0}taille réelle\u{A0}»",
      sides: "Faces", bothShort: "recto verso, bord court", bothLong: "recto verso, bord long",
      one: "recto seul",
      backAsItCame:
        "Remettez la pile dans le bac comme elle en est sortie, sans la retourner ni la faire pivoter.",
      backTurnedOver:
        "Retournez la pile comme on tourne une page, le haut restant en haut, et remettez-la dans le bac.",
      equalCounts: "Les deux fichiers ont le même nombre de pages.",
      mayBeReversed: "Si la pile sort dans l’ordre inverse, remettez-la dans l’ordre.",
      cover: "La couverture est une feuille à part\u{A0}: {paper}."),
    places: Places(
      left: "à gauche", right: "à droite", top: "en haut", bottom: "en bas",
      topLeft: "en haut à gauche", topRight: "en haut à droite",
      bottomLeft: "en bas à gauche", bottomRight: "en bas à droite",
      page: "page\u{A0}{page} {place}", blank: "une page blanche {place}",
      comma: ", ", onTop: "Dessus\u{A0}: {pages}.",
      underneath: "Dessous\u{A0}: {pages}."),
    titles: Titles(
      print: "Imprimer", fronts: "Imprimer les rectos", backs: "Imprimer les versos",
      check: "Vérifier la pile", heaps: "Compter les cahiers", fold: "Plier",
      foldIn: "Encarter", gather: "Empiler", staple: "Agrafer", sew: "Coudre", glue: "Coller",
      leaves: "Relier", slit: "Ouvrir les plis", trim: "Rogner", cut: "Couper", stack: "Empiler",
      crease: "Marquer les plis", slitMiddle: "Fendre", push: "Pousser",
      cover: "Ajouter la couverture"),
    making: Making(
      heaps:
        "En partant de la feuille de la page\u{A0}{page}, comptez en feuilles\u{A0}: {counts}. Chaque tas est un cahier.",
      leftOverRight: "Rabattez la moitié gauche sur la droite.",
      rightOverLeft: "Rabattez la moitié droite sur la gauche.",
      topDown: "Rabattez le haut sur le bas.",
      together: "Pliez toutes les feuilles ensemble, comme une seule.",
      singly: "Pliez chaque feuille seule.",
      foldedPageOnTop: "La page\u{A0}{page} est maintenant dessus.",
      nest:
        "Glissez chacune dans la précédente. De l’extérieur vers l’intérieur, elles commencent par les pages {pages}.",
      gather:
        "Posez les cahiers les uns sur les autres. De haut en bas, ils commencent par les pages {pages}.",
      staple:
        "Ouvrez au milieu. Piquez deux agrafes de l’extérieur dans le pli, à {distance} de chaque bout du papier.",
      sew:
        "Percez chaque pli à ces distances de la tête du papier non rogné, en mm\u{A0}: {distances}. Cousez.",
      glue:
        "Taquez, serrez entre deux planches, encollez le dos deux fois. Le dos fait {thickness} d’épaisseur.",
      coverUnder:
        "Posez la couverture sous la pile, la page\u{A0}{page} contre la table. Elle se plie et s’agrafe avec le reste.",
      coverRound: "Pliez la couverture en deux, la page\u{A0}{page} dehors, et mettez-la autour.",
      wrapCover: "Enveloppez-le de la couverture et collez-la au dos.",
      bindLeaves: "Taquez. Agrafez, perforez ou spiralez {place}.",
      slitHead: "Ouvrez au couteau le bord fermé, en tête.",
      slitHeadAndEdge: "Ouvrez au couteau les bords fermés, en tête et sur le côté.",
      trim:
        "Les feuilles intérieures dépassent de {creep}. Laissez-les, ou rognez le bord bien droit.",
      trimCreep:
        "Les feuilles intérieures dépassent de {creep}. Rognez le bord bien droit\u{A0}: les pages sont décalées pour cela.",
      trimAtMarks: "Rognez les trois côtés autres que le dos, suivant les traits de coupe.",
      trimTo:
        "Rognez les trois côtés autres que le dos au format {size}, autant à chaque bout du dos.",
      trimPlain: "Mettez sous presse une nuit, sous des livres. Rognez le bord si vous voulez.",
      frontUp: "Tournez la pile pour avoir la page\u{A0}{page} dessus.",
      cutLines: "Coupez toute la pile suivant les traits.",
      cutFromLeft: "Coupez toute la pile à ces distances du bord gauche, en mm\u{A0}: {distances}.",
      cutFromTop:
        "Coupez toute la pile à ces distances du bord supérieur, en mm\u{A0}: {distances}.",
      cutAcross: "Coupez la pile en travers, au milieu.",
      twoCopies: "Chaque moitié est un livret entier.",
      stackHalves: "Posez la moitié du bas sur celle du haut, sans la tourner.",
      nestStrips:
        "Feuille par feuille, depuis le dessous\u{A0}: faites faire un demi-tour à sa moitié du bas, posez-la sur celle du haut, et la paire suivante dessus.",
      stackPiles:
        "Posez les piles les unes sur les autres. De haut en bas, elles commencent par les pages {pages}.",
      creaseAll: "Pliez suivant chaque trait, marquez bien, et rouvrez.",
      creaseEighths:
        "Pliez en deux dans la longueur, rouvrez. Pliez en deux dans la largeur, puis chaque moitié encore en deux\u{A0}: huit cases égales. Marquez bien, et rouvrez.",
      slitMiddle: "Pliez en deux et coupez depuis le pli, au milieu, jusqu’au pli suivant.",
      push:
        "Rouvrez, pliez dans la longueur, et poussez les bouts l’un vers l’autre\u{A0}: une croix se forme.",
      foldZine: "Rabattez les pages en rond. La page\u{A0}{page} est devant.",
      freeBack: "Le dos est libre pour une affiche\u{A0}: imprimez-la ou dessinez-la d’abord."),
    supplies: SupplyWords(
      copies: "Exemplaires", sheets: "Feuilles {paper}", coverSheets: "Couvertures",
      reams: "Ramettes de 500", cost: "À {price} la feuille", weight: "En {weight}",
      thickness: "Épaisseur, fermé"),
    test: Test(
      title: "Essai de l’imprimante",
      print:
        "Imprimez les deux pages de ce fichier sur une feuille {paper}, à 100\u{A0}%, en recto verso.",
      byHand:
        "Si l’imprimante n’imprime qu’une face\u{A0}: imprimez la page 1. Remettez la feuille dans le bac comme elle en est sortie, sans la retourner ni la faire pivoter. Imprimez la page 2.",
      turn: "Tenez cette page droite et retournez la feuille comme on tourne la page d’un livre.",
      read: "De la page 2, une seule moitié est à l’endroit. Elle dit quoi taper.",
      ruler:
        "Les deux règles font 100\u{A0}mm. Sinon, choisissez «\u{A0}taille réelle\u{A0}» et imprimez de nouveau.",
      margin:
        "Le plus petit nombre dont le trait est imprimé des quatre côtés est votre marge. Tapez margin= et ce nombre.",
      register:
        "À contre-jour, page 2 vers vous et à l’endroit, regardez où la croix de la page 1 tombe sur les échelles. Tapez back= et les deux nombres, largeur/hauteur\u{A0}: back=0,5/-1",
      inOneGo: "Recto verso automatique\u{A0}:",
      blankSide: "À la main, le 2 est derrière le 1\u{A0}:",
      sameSide: "À la main, le 2 est sur la face du 1\u{A0}:",
      sameSideHint: "Avant les versos, retournez la pile comme on tourne une page.",
      orientation: "Ces réponses valent pour les feuilles imprimées dans ce sens."),
    dummy: Dummy(
      title: "Maquette", frontCover: "couverture", backCover: "quatrième"),
    numbers: Numbers(decimalMark: ",", group: "\u{202F}", putsCurrencyFirst: false))
}
