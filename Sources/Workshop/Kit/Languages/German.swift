extension KitWords {
  static let german = KitWords(
    tag: "de",
    instructions: "So entsteht dieses Heft",
    printing: Printing(
      file: "Datei", paper: "Papier", scale: "Größe", fullSize: "100\u{A0}%, „Tatsächliche Größe“",
      sides: "Seiten", bothShort: "beidseitig, kurze Kante",
      bothLong: "beidseitig, lange Kante", one: "nur einseitig",
      backAsItCame:
        "Legt den Stapel so ins Fach zurück, wie er herauskam: weder gewendet noch gedreht.",
      backTurnedOver:
        "Wendet den Stapel wie eine Buchseite, oben bleibt oben, und legt ihn ins Fach zurück.",
      equalCounts: "Beide Dateien haben gleich viele Seiten.",
      mayBeReversed: "Kommt der Stapel verkehrt herum sortiert heraus, sortiert ihn zurück.",
      cover: "Der Umschlag ist ein eigener Bogen: {paper}."),
    places: Places(
      left: "links", right: "rechts", top: "oben", bottom: "unten", topLeft: "links oben",
      topRight: "rechts oben", bottomLeft: "links unten", bottomRight: "rechts unten",
      page: "Seite\u{A0}{page} {place}", blank: "eine leere Seite {place}", comma: ", ",
      onTop: "Obenauf: {pages}.", underneath: "Zuunterst: {pages}."),
    titles: Titles(
      print: "Drucken", fronts: "Vorderseiten drucken", backs: "Rückseiten drucken",
      check: "Stapel prüfen", heaps: "Lagen abzählen", fold: "Falzen", foldIn: "Ineinanderlegen",
      gather: "Aufeinanderlegen", staple: "Heften", sew: "Nähen", glue: "Leimen",
      leaves: "Binden", slit: "Aufschneiden", trim: "Beschneiden", cut: "Schneiden",
      stack: "Aufeinanderlegen", crease: "Vorfalzen", slitMiddle: "Einschneiden",
      push: "Zusammenschieben", cover: "Umschlag dazulegen"),
    making: Making(
      heaps:
        "Beginnt beim Bogen mit Seite\u{A0}{page} und zählt Bögen ab: {counts}. Jeder Haufen ist eine Lage.",
      leftOverRight: "Faltet die linke Hälfte über die rechte.",
      rightOverLeft: "Faltet die rechte Hälfte über die linke.",
      topDown: "Faltet die obere Hälfte herunter.",
      together: "Falzt alle Bögen zusammen, wie einen.", singly: "Falzt jeden Bogen für sich.",
      foldedPageOnTop: "Seite\u{A0}{page} liegt nun obenauf.",
      nest:
        "Legt jeden in den vorigen. Von außen nach innen beginnen sie mit den Seiten {pages}.",
      gather:
        "Legt die Lagen aufeinander. Von oben nach unten beginnen sie mit den Seiten {pages}.",
      staple:
        "Schlagt die Mitte auf. Heftet zweimal von außen durch den Falz, je {distance} von den Enden des Papiers.",
      sew:
        "Stecht jeden Falz in diesem Abstand vom Kopf des unbeschnittenen Papiers durch, in mm: {distances}. Näht.",
      glue:
        "Stoßt den Block glatt, klemmt ihn ein und streicht den Rücken zweimal mit Leim. Der Rücken ist {thickness} dick.",
      coverUnder:
        "Legt den Umschlag unter den Stapel, Seite\u{A0}{page} nach unten. Er wird mit dem Rest gefalzt und geheftet.",
      coverRound: "Falzt den Umschlag in der Mitte, Seite\u{A0}{page} außen, und legt ihn darum.",
      wrapCover: "Legt den Umschlag darum und leimt ihn an den Rücken.",
      bindLeaves: "Stoßt den Block glatt. Heftet, locht oder bindet ihn {place}.",
      slitHead: "Schneidet die geschlossene Kante am Kopf mit dem Messer auf.",
      slitHeadAndEdge: "Schneidet die geschlossenen Kanten am Kopf und an der Seite auf.",
      trim: "Die inneren Bögen stehen {creep} vor. Lasst sie so, oder schneidet die Kante gerade.",
      trimCreep:
        "Die inneren Bögen stehen {creep} vor. Schneidet die Kante gerade: die Seiten sind dafür versetzt.",
      trimAtMarks: "Beschneidet die drei Seiten außer dem Rücken an den Schnittmarken.",
      trimTo:
        "Beschneidet die drei Seiten außer dem Rücken auf {size}, an beiden Enden des Rückens gleich viel.",
      trimPlain: "Presst es über Nacht unter Büchern. Beschneidet die Kante, wenn ihr wollt.",
      frontUp: "Dreht den Stapel so, dass Seite\u{A0}{page} obenauf liegt.",
      cutLines: "Schneidet den ganzen Stapel an den Linien.",
      cutFromLeft:
        "Schneidet den ganzen Stapel in diesem Abstand von der linken Kante, in mm: {distances}.",
      cutFromTop:
        "Schneidet den ganzen Stapel in diesem Abstand von der oberen Kante, in mm: {distances}.",
      cutAcross: "Schneidet den Stapel quer in der Mitte durch.",
      twoCopies: "Jede Hälfte ist ein ganzes Heft.",
      stackHalves: "Legt die untere Hälfte auf die obere, ohne sie zu drehen.",
      nestStrips:
        "Bogen für Bogen, von unten an: dreht seine untere Hälfte um eine halbe Drehung, legt sie auf die obere, und das nächste Paar darauf.",
      stackPiles:
        "Legt die Stapel aufeinander. Von oben nach unten beginnen sie mit den Seiten {pages}.",
      creaseAll: "Faltet an jeder Linie, streicht sie fest und öffnet wieder.",
      creaseEighths:
        "Faltet längs in der Mitte und öffnet. Faltet quer in der Mitte und jede Hälfte noch einmal: acht gleiche Felder. Streicht sie fest und öffnet wieder.",
      slitMiddle: "Faltet in der Mitte und schneidet vom Falz bis zum nächsten Falz ein.",
      push: "Öffnet, faltet längs und schiebt die Enden zusammen, bis ein Kreuz steht.",
      foldZine: "Legt die Seiten herum. Seite\u{A0}{page} ist vorn.",
      freeBack: "Die Rückseite ist frei für ein Plakat: druckt oder zeichnet es zuerst."),
    supplies: SupplyWords(
      copies: "Exemplare", sheets: "Bögen {paper}", coverSheets: "Umschläge",
      reams: "Pakete zu 500", cost: "Zu {price} je Bogen", weight: "Bei {weight}",
      thickness: "Dicke, geschlossen"),
    test: Test(
      title: "Druckertest",
      print:
        "Druckt beide Seiten dieser Datei auf ein Blatt {paper}, zu 100\u{A0}%, beidseitig.",
      byHand:
        "Druckt der Drucker nur einseitig: druckt Seite 1. Legt das Blatt so ins Fach zurück, wie es herauskam, weder gewendet noch gedreht. Druckt Seite 2.",
      turn: "Haltet diese Seite aufrecht und wendet das Blatt wie eine Buchseite.",
      read: "Auf Seite 2 steht nur eine Hälfte aufrecht. Sie sagt, was einzugeben ist.",
      ruler:
        "Beide Lineale sind 100\u{A0}mm lang. Wenn nicht, wählt „Tatsächliche Größe“ und druckt erneut.",
      margin:
        "Die kleinste Zahl, deren Strich an allen vier Seiten gedruckt ist, ist euer Rand. Gebt margin= und die Zahl ein.",
      register:
        "Haltet Seite 2 aufrecht vor euch gegen das Licht und lest ab, wo das Kreuz von Seite 1 auf den Skalen liegt. Gebt back= und beide Zahlen ein, quer/hoch: back=0,5/-1",
      inOneGo: "Beidseitig in einem Zug:", blankSide: "Von Hand, die 2 ist hinter der 1:",
      sameSide: "Von Hand, die 2 ist auf der Seite der 1:",
      sameSideHint: "Wendet den Stapel vor den Rückseiten wie eine Buchseite.",
      orientation: "Die Antworten gelten für Bögen, die so herum gedruckt werden."),
    dummy: Dummy(title: "Blindmuster", frontCover: "Titelseite", backCover: "Rückseite"),
    numbers: Numbers(decimalMark: ",", group: ".", putsCurrencyFirst: false))
}
