import Foundation

/// Small JPEG files of one QR code `TG1:JPEG`, 104 × 96 pixels, grey.
enum JPEGFixture {
  static let text = "TG1:JPEG"
  static let baseline = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACAWGBwYFCAcGhwkIiAmMFA0MCwsMGJGSjpQdGZ6eHJmcG6AkLicgIiuim5w
    oNqirr7EztDOfJri8uDI8LjKzsb/wAALCABgAGgBAREA/8QAGgABAAMBAQEAAAAAAAAAAAAAAAMEBQIBBv/EAD0QAAED
    AgMEBwQIBQUAAAAAAAEAAgMEEQUSMRQhQVEGExUiMmFzNXGBsSM2UlSCkdHSJEJiwfBykqGisv/aAAgBAQAAPwD6BERE
    RERERERERERERERZXSKaSGgY6KR8bjKBdriDaxVeWgkhdllx18biL2c4g2/3Lh9HNs80sONSTdUwuIY4nhf7W7RX8KqQ
    MIglqZwC4uGeR+pzHiVSjlfnGGR1zpnTd8VTX3LLb8tr/wBPPivKCSdkOLMkqJJHQtIa5zjcEB28ctFHS0081DHVS4vJ
    A15Is5xte5GubyUsdE+V4ZHjznuOjWvuT/2U2BPm2iuimnkm6p4aC9xPFw+Gi2ERFj9J/Z0fqj5FZ/Sf2jH6Q+ZTBfZ2
    Kel/ZyVP1XpPVPzcpIBTRzNxSljdHSQdx7CbvLjuuN/9Q4q1DUUdRRYlJSRSRudGXSF/8xId5nzVGp+q9J6p+blXwH2x
    B+L/AMlbGC+0cU9X+7lsIiLNx2lmq6JkdOzO4SBxFwN1jz96h2jHfuUH5j9y4mkxuaGSJ1HCGvaWmzhexH+pVsRgkpuj
    tNFM3K9su8Xv9orROKZpRNFkdh7RaWUg3a7lbXi3hxVLDf4ntjqe91t8nC981tV1SDGqSmZBHRxFrL2LnC+83+0ptox3
    7lB+Y/cu8FpqqGarlqohG6ZwcLEEXub6HzWqiIqeJs6ynaNs2Tvg572vuO7Uf4Fl7T2p9P2hsGXudV1mvHNqOdvgs3aa
    nbOo7QlydZk63rDa17Ztfit6iPXHY549rhjGZtS/vNeb8L30uRrwVGKhfh+IRRTSOkoiC6QvbaO9iBfhqB/wpcOYI5sQ
    YXinbUOtA7whwu6xbz1GnkoDTVkdbJDPiU8ULRds7yQ1x3bhc+/jwSV9ZhmKQx9fPW3Zm6vMd+o038rrepqhlRGCC0PA
    BewOuWE8CpkRFQxiikr6VsUTmNcHh3eJtax/VY2z0Un8fHC4UMXckjLjnLuY3+Y48ExOnoqfYJooXNhl7725iSW90215
    Eq5BWCihbUtzDDn9yKIAF7XcSb+Ydx4qzIJIcKm7XcKhuYXEe7dcW5cV5NJQjs3PDIc1tnsfB4bX3+7mqXSNlWG53ysN
    KXjIwDeDlPl7+K0qN9JiUgro4niSMmMOcbEbuQNv5kw+ikpaqslkcwtnfmblJuBc6/mr6IioYxWyUFK2WJrHOLw3vA2t
    Y/oq20Y79yg/MfuXMlZjcUbpH0cAawFxN9APxL2aanr8GgmxGQwtc874wdRmA58Fm4cZHYfJHO0Nw9z/AKWUeJp3Wt8c
    vDiq0cdCdrzzSDLfZ7Dx62vu93JXOjHtGT0j8wruIUsGMQOqqN75ZWARtA7oO+51HIrVo2OiooI3izmRtaRyICmREWP0
    n9nR+qPkVU6RVM8NexsU8kbTEDZryBe5XmFTzT4diXXSySWi3Z3E23OUdT9V6T1T83LvA6YOgdUT1AbTMeQ+F/gcbCxN
    zbUjhwU+GwUzayr2mKIMkk+g6xos4XPhvrqNPJSSxsw7EJaikY2d7gGGmiFiwWHe3X5DhxVLDaCdzDGa6SjkLjaE3BcL
    eK1x/gX0kLDHDGxzy9zWgFx1cbartERY/Sf2dH6o+RVWqxPCauQSVFLO9wGUHTd8Hea47SwyGlqIqWnmjdMwtN94vY21
    Pmpon0kfR2lNbE+SPObBp33u7zHmpqykZRRkgAYbYGWEElznXsCCfw8eClmkoR2bnhkOa2z2Pg8Nr7/dzUsNFJHjM9YX
    M6uRgaACb37v6LNirY6/pFSyxNe1oYW94C97O/VbFKyrbNOamVj43O+iDRvaLnXd7lZREREREREREREREREREX//2Q==
    """)
  /// Ten scans at most.
  static let progressive = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACAWGBwYFCAcGhwkIiAmMFA0MCwsMGJGSjpQdGZ6eHJmcG6AkLicgIiuim5w
    oNqirr7EztDOfJri8uDI8LjKzsb/wgALCABgAGgBAREA/8QAGQABAAMBAQAAAAAAAAAAAAAAAAIDBAEF/9oACAEBAAAA
    AfQAAAAGSvl9PIznsGPOStor2bBmhGvRT2fdYpy5t9EoN8xnxrrFGloGevjNXddrmMdKPbJUelIY6oznOWbZaAAAAP/E
    ACIQAAIBAwUAAwEAAAAAAAAAAAECAwAEEhETICEzIjRAI//aAAgBAQABBQL9lwSEKEVgcYm/kDSE6KpKBNag1y4XPnc+
    kPm31RiCGRkb6sHtD6cJ1LJlPRMxEgK2+73H8qXeVcp6hVgeEna5btZNmndBNuSPo4uHOccqtkOEyF1xQ1IqLQfAHURE
    pVxlSYyGNCrcJnKLlPReYAlXhj12wEq29JFEwTpOFz53DEPESY2+rAvUYXMjbkjQ0OhwufNpImO5GFGIt3XAEpQQiYOH
    uFy1/Z//xAAqEAACAQIEBQQCAwAAAAAAAAAAAQIRIQMSQXETICIxUTJCYWIzQENjkf/aAAgBAQAGPwL9yzpcvj0G1jN0
    E5P/AE4anWvuMWsm6Ck8Votjk023TlW4tjF2I7nFiqRRiOKatcjuIxd+WkfJ6ENZERT8lV+PVmNTUooI9CJOSpXl9eUr
    xMnxUpxH371MjWZL3CTdYa+DE9ubsNPEaXkSq5/HNRGdLoXdEGlZmb+PRD4vVsYdn9Tv0mdK6sTb15ao9CK5EJ4jpsNP
    8erJXf1HsZoXfYS+OVblm1YxKtuxHczOXT4JZkru1Ryjf6opncH4FyrcrKLJKMWqkc6qj+vVGHZ/Uc9GRaHmdtP3f//E
    ACcQAAIBAgUDBQEBAAAAAAAAAAERACExQVFx4fAgYYFAkaGxwRDR/9oACAEBAAE/IfWDZIWQwqiF3O8NFadDvMzLqXeE
    bp1qbdviCjIDQk6wXVOZ3hCRScgd4Va0qnXriORrOFrFJVGRi+GGFBZsbzhaz7v1ORr0hwGapwd4biSFfeBJRH+pVREP
    AeKd5wfMXKBmd5wd470N9IozbzQtP0mQlH6TVWBVBhSFcYQCTQq7O9oge2OxhWVnVAYDxDt0gZAC3WXFtMq440ViHhSK
    QbUxAeOVLRxe63stBVkK6DxCemIPO8IwEbC6QMAJarODvCQkivKxayT+owCiPcHKS50vd/ILTEFGEAkrgB1QLgJkM1dg
    dZwtYw0gNTsYNRFivpAAIM0yO8PF0efeCkSyBfPqh+M25WPyhUJ2Mw8wO5SeKXut7LRwghfUA4QEq+YIrCRsw9b/AP/a
    AAgBAQAAABAAAAANYAAAogCAi4TIEmB3AAAAD//EACcQAQABBAEDBAIDAQAAAAAAAAERACExQVFhcaEggbHw0fFAkcHh
    /9oACAEBAAE/EP5iGoSUGIanDhMIMUvCGhnU9mKMPihusttQ9oGSxvZPy3TZACEiFxxilhqkJEymeyh7FiStLYphZ2Pb
    Hp8b8NeN+Wvq9Keb+aG8A+y1aS/RukJgTcnU9a8380+l1V9Xr6UTmCJC0PPev25QIhSgTCUzrFJnlTBhiHGeCM703Xuj
    xmbM0V5lhCbs0/blBGgCESZZw9fTGNNvibNsn0r/ALVt7HMe1f3raImNvenKymTM6mcSmdU0wikUoQnWQ8UaJgMQTB5Z
    MdKSSyVolrEvfeqvo+YvkxfiaKIggnJbp9IpobjEQ/msKLsU+Rfqb1W6ocVuRnhaKJLfB3FnqbboQVAkstJHG6BdLLHt
    TftzR5ejGXGXTvuhgaISEtwMUUJuwyEuf79KpobDEQ/iv25QMUVM4CiOkbhyQOdUwFYfJaI9+G6RbLrDribduK878lBR
    8Asby5OGhdhQcIenxvw0tsFhQmWrbJbMxanm/mgiS5m0ELLGU1qoZ+JIEu2cmOlFrYZwmDSeDW6WpBQpERpJ9KVFIFZU
    Z9PjfhoUDEHFvbqqUQKm5MMZetPE8wK8z1HWlyAQElZECL/rVAullj2pv25pTQkAsz+lGmjsEzH5Us28RcS5t2/m/wD/
    2Q==
    """)

  /// The baseline file with the camera's note that its top is on the right (EXIF orientation 6).
  static var turned: [UInt8] {
    let exif: [UInt8] =
      Array("Exif\0\0".utf8) + [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8]
      + [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
    return Array(baseline[..<2]) + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
      + Array(baseline[2...])
  }

  private static func bytes(_ base64: String) -> [UInt8] {
    // safe: written by hand above
    [UInt8](Data(base64Encoded: base64, options: .ignoreUnknownCharacters)!)
  }
}
