internal import Diagnostics

/// The rows of tables: each gets as many cells as the head.
extension BlockReader {
  mutating func table(_ node: BlockNode, _ alignments: [Table.Alignment?]) -> Table {
    let rows = tree.slices[node.slices].map { row($0, columns: alignments.count) }
    return Table(
      alignments: alignments, head: rows[0], rows: Array(rows.dropFirst()), range: range(of: node))
  }

  mutating func caption(_ node: BlockNode) -> TableCaption {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    let found = attributes(endingAt: content.bytes.count, in: content)
    return TableCaption(
      content: inlines(content, to: found.end), attributes: found.attributes,
      range: range(of: node))
  }

  mutating func row(_ line: LineSlice, columns: Int) -> [TableCell] {
    var cells = TableRow.cells(source.bytes, from: line.start, to: line.end)
    if cells.count > columns {
      // Cells too many go on in the last: better a strange cell than words lost.
      let extra = cells[columns].lowerBound..<cells[cells.count - 1].upperBound
      diagnostics.append(
        .tableRowTooLong(
          file: file, range: source.range(extra), cells: cells.count, columns: columns))
      cells[columns - 1] = cells[columns - 1].lowerBound..<extra.upperBound
      cells.removeSubrange(columns...)
    }
    var row = cells.map { cell in
      let content = InlineContent(
        of: [LineSlice(start: cell.lowerBound, end: cell.upperBound)], in: source)
      return TableCell(
        content: inlines(content, to: content.bytes.count, isCell: true),
        range: source.range(cell))
    }
    if row.count < columns {
      var end = line.end
      while end > line.start, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
      let empty = TableCell(content: [], range: source.range(end..<end))
      row += repeatElement(empty, count: columns - row.count)
    }
    return row
  }
}
