extension KitWords {
  static let spanish = KitWords(
    tag: "es",
    instructions: "Cómo hacer este cuadernillo",
    printing: Printing(
      file: "Archivo", paper: "Papel", scale: "Tamaño", fullSize: "100\u{A0}%, «tamaño real»",
      sides: "Caras", bothShort: "doble cara, borde corto", bothLong: "doble cara, borde largo",
      one: "una sola cara",
      backAsItCame:
        "Devuelve la pila a la bandeja tal como salió, sin darle la vuelta ni girarla.",
      backTurnedOver:
        "Da la vuelta a la pila como quien pasa una página, con la cabeza en su sitio, y devuélvela a la bandeja.",
      equalCounts: "Los dos archivos tienen el mismo número de páginas.",
      mayBeReversed: "Si la pila sale en orden inverso, vuelve a ordenarla.",
      cover: "La cubierta es una hoja aparte: {paper}."),
    places: Places(
      left: "a la izquierda", right: "a la derecha", top: "arriba", bottom: "abajo",
      topLeft: "arriba a la izquierda", topRight: "arriba a la derecha",
      bottomLeft: "abajo a la izquierda", bottomRight: "abajo a la derecha",
      page: "página\u{A0}{page} {place}", blank: "una página en blanco {place}", comma: ", ",
      onTop: "Encima: {pages}.", underneath: "Debajo: {pages}."),
    titles: Titles(
      print: "Imprimir", fronts: "Imprimir los anversos", backs: "Imprimir los reversos",
      check: "Comprobar la pila", heaps: "Contar los cuadernos", fold: "Plegar",
      foldIn: "Encartar", gather: "Apilar", staple: "Grapar", sew: "Coser", glue: "Encolar",
      leaves: "Encuadernar", slit: "Abrir los pliegues", trim: "Refilar", cut: "Cortar",
      stack: "Apilar", crease: "Marcar los pliegues", slitMiddle: "Hender", push: "Empujar",
      cover: "Añadir la cubierta"),
    making: Making(
      heaps:
        "Desde la hoja de la página\u{A0}{page}, cuenta en hojas: {counts}. Cada montón es un cuaderno.",
      leftOverRight: "Pliega la mitad izquierda sobre la derecha.",
      rightOverLeft: "Pliega la mitad derecha sobre la izquierda.",
      topDown: "Pliega la mitad de arriba hacia abajo.",
      together: "Pliega todas las hojas juntas, como una sola.",
      singly: "Pliega cada hoja por separado.",
      foldedPageOnTop: "La página\u{A0}{page} queda encima.",
      nest:
        "Mete cada una en la anterior. De fuera adentro, empiezan por las páginas {pages}.",
      gather:
        "Pon los cuadernos unos sobre otros. De arriba abajo, empiezan por las páginas {pages}.",
      staple:
        "Abre por la mitad. Grapa dos veces desde fuera a través del pliegue, a {distance} de cada extremo del papel.",
      sew:
        "Perfora cada pliegue a estas distancias de la cabeza del papel sin refilar, en mm: {distances}. Cose.",
      glue:
        "Iguala el bloque, sujétalo entre dos tablas y encola el lomo dos veces. El lomo tiene {thickness} de grosor.",
      coverUnder:
        "Pon la cubierta debajo de la pila, con la página\u{A0}{page} hacia la mesa. Se pliega y se grapa con el resto.",
      coverRound:
        "Pliega la cubierta por la mitad, con la página\u{A0}{page} por fuera, y ponla alrededor.",
      wrapCover: "Envuélvelo con la cubierta y pégala al lomo.",
      bindLeaves: "Iguala las hojas. Grapa, perfora o pon espiral {place}.",
      slitHead: "Abre con un cuchillo el borde cerrado de la cabeza.",
      slitHeadAndEdge: "Abre con un cuchillo los bordes cerrados de la cabeza y del lado.",
      trim:
        "Las hojas de dentro sobresalen {creep}. Déjalas así o corta el borde bien recto.",
      trimCreep:
        "Las hojas de dentro sobresalen {creep}. Corta el borde bien recto: las páginas están desplazadas para ello.",
      trimAtMarks: "Refila por las marcas de corte los tres lados que no son el lomo.",
      trimTo:
        "Refila los tres lados que no son el lomo a {size}, lo mismo en cada extremo del lomo.",
      trimPlain: "Prénsalo una noche bajo unos libros. Corta el borde si quieres.",
      frontUp: "Gira la pila para que la página\u{A0}{page} quede encima.",
      cutLines: "Corta toda la pila por las líneas.",
      cutFromLeft: "Corta toda la pila a estas distancias del borde izquierdo, en mm: {distances}.",
      cutFromTop: "Corta toda la pila a estas distancias del borde superior, en mm: {distances}.",
      cutAcross: "Corta la pila de lado a lado por la mitad.",
      twoCopies: "Cada mitad es un cuadernillo entero.",
      stackHalves: "Pon la mitad de abajo sobre la de arriba, sin girarla.",
      nestStrips:
        "Hoja por hoja, desde abajo: da media vuelta a su mitad inferior, ponla sobre la superior y el siguiente par encima.",
      stackPiles:
        "Pon las pilas unas sobre otras. De arriba abajo, empiezan por las páginas {pages}.",
      creaseAll: "Pliega por cada línea, marca bien y vuelve a abrir.",
      creaseEighths:
        "Pliega por la mitad a lo largo y abre. Pliega por la mitad a lo ancho, y cada mitad otra vez: ocho casillas iguales. Marca bien y vuelve a abrir.",
      slitMiddle: "Dobla por la mitad y corta desde el pliegue, por el centro, hasta el siguiente.",
      push: "Abre, pliega a lo largo y empuja los extremos hasta que se forme una cruz.",
      foldZine: "Recoge las páginas en redondo. La página\u{A0}{page} queda delante.",
      freeBack: "El dorso queda libre para un cartel: imprímelo o dibújalo antes."),
    supplies: SupplyWords(
      copies: "Ejemplares", sheets: "Hojas {paper}", coverSheets: "Cubiertas",
      reams: "Resmas de 500", cost: "A {price} la hoja", weight: "De {weight}",
      thickness: "Grosor, cerrado"),
    test: Test(
      title: "Prueba de impresora",
      print:
        "Imprime las dos páginas de este archivo en una hoja {paper}, al 100\u{A0}%, a doble cara.",
      byHand:
        "Si la impresora solo imprime una cara: imprime la página 1. Devuelve la hoja a la bandeja tal como salió, sin darle la vuelta ni girarla. Imprime la página 2.",
      turn:
        "Sujeta esta página derecha y da la vuelta a la hoja como quien pasa la página de un libro.",
      read: "En la página 2 solo una mitad está derecha. Dice qué hay que escribir.",
      ruler: "Las dos reglas miden 100\u{A0}mm. Si no, elige «tamaño real» e imprime otra vez.",
      margin:
        "El número más pequeño cuya línea sale impresa en los cuatro lados es tu margen. Escribe margin= y ese número.",
      register:
        "A contraluz, con la página 2 hacia ti y derecha, mira dónde cae en las escalas la cruz de la página 1. Escribe back= y los dos números, ancho/alto: back=0,5/-1",
      inOneGo: "Doble cara automática:", blankSide: "A mano, el 2 está detrás del 1:",
      sameSide: "A mano, el 2 está en la cara del 1:",
      sameSideHint: "Antes de los reversos, da la vuelta a la pila como quien pasa una página.",
      orientation: "Estas respuestas valen para hojas impresas en este sentido."),
    dummy: Dummy(title: "Maqueta", frontCover: "cubierta", backCover: "contracubierta"),
    numbers: Numbers(decimalMark: ",", group: "\u{202F}", putsCurrencyFirst: false))
}
