/// How many of something there are, in groups of three digits: "49,937".
package func grouped(_ count: Int) -> String {
  var result = ""
  for (place, digit) in String(count.magnitude).reversed().enumerated() {
    if place > 0, place.isMultiple(of: 3) { result.append(",") }
    result.append(digit)
  }
  return (count < 0 ? "−" : "") + String(result.reversed())
}
