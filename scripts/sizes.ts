import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { sourceFiles } from '../tests/guards/source-files'

export interface Sizes {
  files: Spread
  functions: Spread
  /** Files over 300 lines, which need a reason in their head. */
  long: { path: string; lines: number }[]
}
interface Spread {
  count: number
  median: number
  p90: number
  max: number
}

/** Measures the product's source (tests left out): lines per file and per function. */
export function measureSizes(): Sizes {
  const product = sourceFiles().filter(
    file => !file.path.startsWith('tests/') && !/\.test\.tsx?$/.test(file.path),
  )
  const sized = product.map(file => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
  return {
    files: spread(sized.map(file => file.lines)),
    functions: spread(product.flatMap(file => functionLengths(file.path))),
    long: sized.filter(file => file.lines > 300),
  }
}

/** Named functions, methods and functions held by a constant; a callback counts into the function around it. */
function functionLengths(path: string): number[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const lengths: number[] = []
  const visit = (node: ts.Node): void => {
    if (isNamedFunction(node))
      lengths.push(lineOf(source, node.getEnd()) - lineOf(source, node.getStart(source)) + 1)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return lengths
}

function isNamedFunction(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return true
  return (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) && ts.isVariableDeclaration(node.parent)
}

function lineOf(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line
}

function spread(values: number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, median: at(0.5), p90: at(0.9), max: sorted.at(-1) ?? 0 }
}
