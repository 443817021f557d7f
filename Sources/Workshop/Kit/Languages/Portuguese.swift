extension KitWords {
  static let portuguese = KitWords(
    tag: "pt",
    instructions: "Como fazer este livrinho",
    printing: Printing(
      file: "Ficheiro", paper: "Papel", scale: "Tamanho", fullSize: "100%, «tamanho real»",
      sides: "Faces", bothShort: "frente e verso, margem curta",
      bothLong: "frente e verso, margem longa", one: "só frente",
      backAsItCame:
        "Volte a pôr a pilha na bandeja tal como saiu, sem a virar nem rodar.",
      backTurnedOver:
        "Vire a pilha como quem vira uma página, com o topo no lugar, e volte a pô-la na bandeja.",
      equalCounts: "Os dois ficheiros têm o mesmo número de páginas.",
      mayBeReversed: "Se a pilha sair em ordem inversa, volte a ordená-la.",
      cover: "A capa é uma folha à parte: {paper}."),
    places: Places(
      left: "à esquerda", right: "à direita", top: "em cima", bottom: "em baixo",
      topLeft: "em cima à esquerda", topRight: "em cima à direita",
      bottomLeft: "em baixo à esquerda", bottomRight: "em baixo à direita",
      page: "página\u{A0}{page} {place}", blank: "uma página em branco {place}", comma: ", ",
      onTop: "Por cima: {pages}.", underneath: "Por baixo: {pages}."),
    titles: Titles(
      print: "Imprimir", fronts: "Imprimir as frentes", backs: "Imprimir os versos",
      check: "Verificar a pilha", heaps: "Contar os cadernos", fold: "Dobrar",
      foldIn: "Encartar", gather: "Empilhar", staple: "Agrafar", sew: "Coser", glue: "Colar",
      leaves: "Encadernar", slit: "Abrir as dobras", trim: "Aparar", cut: "Cortar",
      stack: "Empilhar", crease: "Vincar", slitMiddle: "Fender", push: "Empurrar",
      cover: "Juntar a capa"),
    making: Making(
      heaps:
        "A partir da folha da página\u{A0}{page}, conte em folhas: {counts}. Cada monte é um caderno.",
      leftOverRight: "Dobre a metade esquerda sobre a direita.",
      rightOverLeft: "Dobre a metade direita sobre a esquerda.",
      topDown: "Dobre a metade de cima para baixo.",
      together: "Dobre todas as folhas juntas, como uma só.", singly: "Dobre cada folha sozinha.",
      foldedPageOnTop: "A página\u{A0}{page} fica agora por cima.",
      nest:
        "Meta cada uma na anterior. De fora para dentro, começam pelas páginas {pages}.",
      gather:
        "Ponha os cadernos uns sobre os outros. De cima para baixo, começam pelas páginas {pages}.",
      staple:
        "Abra ao meio. Agrafe duas vezes por fora através da dobra, a {distance} de cada ponta do papel.",
      sew:
        "Fure cada dobra a estas distâncias da cabeça do papel por aparar, em mm: {distances}. Cosa.",
      glue:
        "Acerte o bloco, aperte-o entre duas tábuas e passe cola na lombada duas vezes. A lombada tem {thickness} de espessura.",
      coverUnder:
        "Ponha a capa debaixo da pilha, com a página\u{A0}{page} virada para a mesa. Dobra-se e agrafa-se com o resto.",
      coverRound: "Dobre a capa ao meio, com a página\u{A0}{page} por fora, e ponha-a à volta.",
      wrapCover: "Envolva-o com a capa e cole-a à lombada.",
      bindLeaves: "Acerte as folhas. Agrafe, fure ou ponha espiral {place}.",
      slitHead: "Abra com uma faca a margem fechada, na cabeça.",
      slitHeadAndEdge: "Abra com uma faca as margens fechadas, na cabeça e do lado.",
      trim: "As folhas de dentro sobressaem {creep}. Deixe-as assim, ou apare a margem a direito.",
      trimCreep:
        "As folhas de dentro sobressaem {creep}. Apare a margem a direito: as páginas estão deslocadas para isso.",
      trimAtMarks: "Apare pelas marcas de corte os três lados que não são a lombada.",
      trimTo:
        "Apare os três lados que não são a lombada para {size}, o mesmo em cada ponta da lombada.",
      trimPlain: "Deixe-o uma noite debaixo de livros. Apare a margem, se quiser.",
      frontUp: "Vire a pilha para a página\u{A0}{page} ficar por cima.",
      cutLines: "Corte toda a pilha pelas linhas.",
      cutFromLeft: "Corte toda a pilha a estas distâncias da margem esquerda, em mm: {distances}.",
      cutFromTop: "Corte toda a pilha a estas distâncias da margem superior, em mm: {distances}.",
      cutAcross: "Corte a pilha de lado a lado, ao meio.",
      twoCopies: "Cada metade é um livrinho inteiro.",
      stackHalves: "Ponha a metade de baixo sobre a de cima, sem a rodar.",
      nestStrips:
        "Folha a folha, a partir de baixo: dê meia volta à metade inferior, ponha-a sobre a superior, e o par seguinte por cima.",
      stackPiles:
        "Ponha as pilhas umas sobre as outras. De cima para baixo, começam pelas páginas {pages}.",
      creaseAll: "Dobre por todas as linhas, vinque bem e volte a abrir.",
      creaseEighths:
        "Dobre ao meio ao comprido e abra. Dobre ao meio à largura, e cada metade outra vez: oito partes iguais. Vinque bem e volte a abrir.",
      slitMiddle: "Dobre ao meio e corte desde a dobra, pelo centro, até à dobra seguinte.",
      push: "Abra, dobre ao comprido e empurre as pontas até se formar uma cruz.",
      foldZine: "Junte as páginas em redor. A página\u{A0}{page} fica à frente.",
      freeBack: "O verso fica livre para um cartaz: imprima-o ou desenhe-o antes."),
    supplies: SupplyWords(
      copies: "Exemplares", sheets: "Folhas {paper}", coverSheets: "Capas",
      reams: "Resmas de 500", cost: "A {price} a folha", weight: "De {weight}",
      thickness: "Espessura, fechado"),
    test: Test(
      title: "Teste da impressora",
      print:
        "Imprima as duas páginas deste ficheiro numa folha {paper}, a 100%, frente e verso.",
      byHand:
        "Se a impressora só imprime uma face: imprima a página 1. Volte a pôr a folha na bandeja tal como saiu, sem a virar nem rodar. Imprima a página 2.",
      turn: "Segure esta página direita e vire a folha como quem vira a página de um livro.",
      read: "Na página 2 só uma metade está direita. Diz o que escrever.",
      ruler: "As duas réguas têm 100\u{A0}mm. Se não, escolha «tamanho real» e imprima de novo.",
      margin:
        "O número mais pequeno cuja linha sai impressa nos quatro lados é a sua margem. Escreva margin= e esse número.",
      register:
        "Contra a luz, com a página 2 para si e direita, veja onde a cruz da página 1 cai nas escalas. Escreva back= e os dois números, largura/altura: back=0,5/-1",
      inOneGo: "Frente e verso automático:", blankSide: "À mão, o 2 está atrás do 1:",
      sameSide: "À mão, o 2 está na face do 1:",
      sameSideHint: "Antes dos versos, vire a pilha como quem vira uma página.",
      orientation: "Estas respostas valem para folhas impressas neste sentido."),
    dummy: Dummy(title: "Boneco", frontCover: "capa", backCover: "contracapa"),
    numbers: Numbers(decimalMark: ",", group: "\u{202F}", putsCurrencyFirst: false))
}
